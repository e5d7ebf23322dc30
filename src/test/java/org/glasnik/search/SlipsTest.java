package org.glasnik.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.junit.jupiter.api.Test;

class SlipsTest {
    @Test
    void missedAddedMistakenAndSwappedLettersCountOneEach() {
        assertThat(Slips.between("zitomir", "zitomir", false)).isZero();
        assertThat(Slips.between("ziotmir", "zitomir", false)).isOne();
        assertThat(Slips.between("zitmir", "zitomir", false)).isOne();
        assertThat(Slips.between("zitoomir", "zitomir", false)).isOne();
        assertThat(Slips.between("zitamir", "zitomir", false)).isOne();
        assertThat(Slips.between("zatamir", "zitomir", false)).isEqualTo(2);
        assertThat(Slips.between("zitom", "zitomirska", true)).isZero();
        assertThat(Slips.between("ziotm", "zitomirska", true)).isOne();
        assertThat(Slips.between("", "zit", false)).isEqualTo(3);
        assertThat(Slips.between("", "zit", true)).isZero();
    }

    /** What the index is asked for is what is counted. */
    @Property(tries = 3000)
    void theAutomatonAcceptsWhatIsWithinSoManySlips(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 4, max = 7) String typed,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 9) String word,
            @ForAll boolean goesOn) {
        for (int slips = 1; slips <= 2; slips++) {
            Automaton automaton = Slips.automaton("", typed, slips, goesOn);
            BytesRef bytes = new BytesRef(word);
            assertThat(new ByteRunAutomaton(automaton, true).run(bytes.bytes, bytes.offset, bytes.length))
                    .isEqualTo(Slips.between(typed, word, goesOn) <= slips);
        }
    }
}
