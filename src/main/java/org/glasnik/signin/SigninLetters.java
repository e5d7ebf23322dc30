package org.glasnik.signin;

import java.util.Map;
import org.glasnik.notify.LetterSample;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters of this module, with examples for their preview. */
@Configuration(proxyBeanMethods = false)
class SigninLetters {
    private static final Map<String, Object> MINUTES = Map.of("minutes", 20);
    private static final Map<String, Object> MAIL = Map.of("mail", "o.prykladna@vyhadivska.example");

    @Bean
    LetterSample linkLetter() {
        return new LetterSample("signin.link", MINUTES, true, null);
    }

    @Bean
    LetterSample resetLetter() {
        return new LetterSample("signin.reset", MINUTES, true, null);
    }

    @Bean
    LetterSample registerLetter() {
        return new LetterSample("signin.register", Map.of("hours", 24), true, null);
    }

    @Bean
    LetterSample registeredLetter() {
        return new LetterSample("signin.registered", MINUTES, true, null);
    }

    @Bean
    LetterSample passwordSetLetter() {
        return new LetterSample("signin.passwordSet", Map.of(), true, null);
    }

    @Bean
    LetterSample passwordRemovedLetter() {
        return new LetterSample("signin.passwordRemoved", Map.of(), true, null);
    }

    @Bean
    LetterSample addressOldLetter() {
        return new LetterSample("signin.addressOld", MAIL, true, null);
    }

    @Bean
    LetterSample addressNewLetter() {
        return new LetterSample("signin.addressNew", MAIL, true, null);
    }

    @Bean
    LetterSample addressTakenLetter() {
        return new LetterSample("signin.addressTaken", MAIL, false, null);
    }

    @Bean
    LetterSample addressChangedLetter() {
        return new LetterSample("signin.addressChanged", MAIL, false, null);
    }
}
