package org.glasnik.pageaddress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling of a page leads to that page, and to no other. */
class PageAddressTest {
    /** Platform, key, then spellings. */
    private static final String PAGES = """
            vk hromada
              https://vk.com/hromada http://vk.com/hromada vk.com/hromada VK.COM/Hromada https://www.vk.com/hromada
              https://m.vk.com/hromada https://vk.ru/hromada https://m.vk.ru/hromada https://vkontakte.ru/hromada
              //vk.com/hromada https://vk.com/hromada/ https://vk.com/hromada?from=search&utm_source=site
              https://vk.com/hromada#top https://vk.com:443/hromada http://vk.com:80/hromada https:/vk.com/hromada
              https//vk.com/hromada https:\\\\vk.com\\hromada vk.com/hromada. <https://vk.com/hromada> (https://vk.com/hromada),
              "https://vk.com/hromada" «https://vk.com/hromada» https://vk.com/%68romada https://vk.com//hromada https://vk.com./hromada
              https://vk.com/@hromada https://vk.com/@hromada-yak-zapysatys https://ｖｋ.com/hromada https://vk。com/hromada
              https://vk.com/hromada?w=wall-1_2 vk://vk.com/hromada https://vk.com/away.php?to=https%3A%2F%2Fvk.com%2Fhromada
              https://vk.me/hromada https://www.vk.ru/hromada?ysclid=lk1
            vk club123
              https://vk.com/club123 https://vk.com/public123 https://m.vk.com/event123 vk.com/CLUB123 https://vk.com/club00123
              https://vk.com/wall-123_456 https://vk.com/photo-123_456?rev=1 https://vk.com/video-123_456 https://vk.com/topic-123_1
              https://vk.com/board123 https://vk.com/albums-123
            vk id5
              https://vk.com/id5 m.vk.com/id5 https://vk.com/wall5_6
            ok group/53396058603765
              https://ok.ru/group/53396058603765 https://m.ok.ru/group/53396058603765 https://ok.ru/group53396058603765
              https://www.odnoklassniki.ru/group/53396058603765 odnoklassniki.ru/group53396058603765
              https://ok.ru/group/53396058603765/topic/1 https://www.ok.ru/group/53396058603765/
              https://m.ok.ru/dk?st.cmd=altGroupMain&st.groupId=53396058603765
            ok hromada
              https://ok.ru/hromada https://ok.ru/Hromada/ https://m.ok.ru/hromada https://ok.ru/hromada/topics
            ok profile/560000000001
              https://ok.ru/profile/560000000001 https://m.ok.ru/profile/560000000001/statuses
            telegram hromada_ua
              https://t.me/hromada_ua t.me/hromada_ua https://t.me/s/hromada_ua https://t.me/s/Hromada_UA/ https://t.me/hromada_ua/1234
              https://t.me/s/hromada_ua?before=20 https://telegram.me/hromada_ua https://telegram.dog/hromada_ua
              tg://resolve?domain=hromada_ua tg:resolve?domain=hromada_ua&post=5 https://hromada_ua.t.me https://hromada_ua.t.me/12
              https://t.me/@hromada_ua https://web.telegram.org/k/#@hromada_ua https://web.telegram.org/a/#?@hromada_ua
              https://t.me/boost/hromada_ua https://t.me/hromada_ua?boost
            telegram join/AbCdEf123
              https://t.me/joinchat/AbCdEf123 https://t.me/+AbCdEf123 t.me/+AbCdEf123 tg://join?invite=AbCdEf123
            facebook hromadaofficial
              https://www.facebook.com/hromada.official https://facebook.com/HromadaOfficial https://m.facebook.com/hromada.official/
              https://web.facebook.com/hromadaofficial https://uk-ua.facebook.com/hromadaofficial https://sr-rs.facebook.com/hromadaofficial/
              fb.com/hromadaofficial https://fb.me/hromadaofficial https://m.me/hromadaofficial https://touch.facebook.com/hromadaofficial
              https://www.facebook.com/hromadaofficial/posts/123 https://www.facebook.com/hromadaofficial?fref=ts
              https://www.facebook.com/hromadaofficial/?__tn__=x&mibextid=y https://www.facebook.com/pg/hromadaofficial/about
              https://www.facebook.com/hromadaofficial/videos/1 https://mbasic.facebook.com/hromadaofficial
              https://l.facebook.com/l.php?u=https%3A%2F%2Ffacebook.com%2Fhromadaofficial&h=x https://www.facebook.com/@hromadaofficial
              https://business.facebook.com/hromadaofficial
            facebook 355147797782
              https://www.facebook.com/355147797782 https://www.facebook.com/pages/Hromada/355147797782
              https://www.facebook.com/pages/category/Government-Organization/Hromada-355147797782/ https://facebook.com/Hromada-355147797782/
              https://www.facebook.com/profile.php?id=355147797782 https://m.facebook.com/profile.php?id=355147797782&sk=about
              https://www.facebook.com/p/Hromada-355147797782/ https://www.facebook.com/people/Hromada/355147797782/
              https://www.facebook.com/permalink.php?story_fbid=1&id=355147797782 https://m.facebook.com/story.php?story_fbid=2&id=355147797782
              https://www.facebook.com/people/%D0%93%D1%80%D0%BE%D0%BC%D0%B0%D0%B4%D0%B0/355147797782/ fb://page/355147797782
            facebook groups/hromada
              https://www.facebook.com/groups/hromada https://m.facebook.com/groups/Hromada/permalink/1/
            instagram hromada.ua
              https://www.instagram.com/hromada.ua/ https://instagram.com/Hromada.UA instagram.com/hromada.ua?igshid=x
              https://www.instagram.com/hromada.ua/p/Cabc/ https://www.instagram.com/stories/hromada.ua/123/ https://instagr.am/hromada.ua
              https://www.instagram.com/hromada.ua/reels/ instagram://user?username=hromada.ua https://ig.me/m/hromada.ua
            threads hromada
              https://www.threads.net/@hromada https://threads.com/@Hromada/post/x https://www.threads.com/@hromada?xmt=1
            x hromada
              https://twitter.com/hromada https://x.com/hromada https://mobile.twitter.com/Hromada https://www.x.com/hromada/
              http://twitter.com/@hromada https://twitter.com/#!/hromada https://x.com/hromada/status/123?s=20&t=x
              https://twitter.com/intent/user?screen_name=hromada https://twitter.com/intent/follow?screen_name=hromada
              twitter://user?screen_name=hromada https://x.com/hromada/with_replies
            x user/783214
              https://twitter.com/i/user/783214 https://x.com/i/user/783214
            youtube @hromada
              https://www.youtube.com/@hromada https://youtube.com/@Hromada/videos https://m.youtube.com/@hromada https://music.youtube.com/@hromada
              youtube.com/@hromada?si=x&sub_confirmation=1
            youtube @громада
              https://www.youtube.com/@Громада https://www.youtube.com/@%D0%93%D1%80%D0%BE%D0%BC%D0%B0%D0%B4%D0%B0/featured
            youtube channel/UCMYDOA7vb4N_fJvfQ-wAbSg
              https://www.youtube.com/channel/UCMYDOA7vb4N_fJvfQ-wAbSg https://m.youtube.com/channel/UCMYDOA7vb4N_fJvfQ-wAbSg/videos
            youtube c/hromada
              https://www.youtube.com/c/hromada https://www.youtube.com/hromada https://youtube.com/c/Hromada/videos
            youtube user/hromada
              https://www.youtube.com/user/hromada http://youtube.com/user/Hromada/feed
            tiktok hromada.ua
              https://www.tiktok.com/@hromada.ua https://m.tiktok.com/@Hromada.ua https://www.tiktok.com/@hromada.ua/video/1?lang=uk
            linkedin company/hromada-rada
              https://www.linkedin.com/company/hromada-rada https://ua.linkedin.com/company/hromada-rada/ https://linkedin.com/company/Hromada-Rada/about/
              https://www.linkedin.com/company-beta/hromada-rada/
            linkedin school/lyceum
              https://www.linkedin.com/school/lyceum/ https://rs.linkedin.com/school/lyceum
            linkedin showcase/10304554
              https://www.linkedin.com/showcase/10304554 https://www.linkedin.com/showcase/10304554/posts/
            viber hromada
              https://chats.viber.com/hromada viber://pa?chatURI=hromada https://chats.viber.com/hromada/uk https://viber.me/hromada
            viber invite/AQBxY1
              https://invite.viber.com/?g2=AQBxY1 https://invite.viber.com/?g2=AQBxY1&lang=uk
            whatsapp channel/0029VaAbCdE
              https://whatsapp.com/channel/0029VaAbCdE https://www.whatsapp.com/channel/0029VaAbCdE/100
            whatsapp phone/380501234567
              https://wa.me/380501234567 https://api.whatsapp.com/send?phone=%2B380501234567 https://api.whatsapp.com/send/?phone=380501234567
            whatsapp chat/AbCdEfGh
              https://chat.whatsapp.com/AbCdEfGh https://chat.whatsapp.com/invite/AbCdEfGh
            max hromada
              https://max.ru/hromada max.ru/Hromada https://max.ru/@hromada
            max join/AbC_dEf-1
              https://max.ru/join/AbC_dEf-1
            rutube channel/23456789
              https://rutube.ru/channel/23456789/ rutube.ru/channel/23456789/videos/ https://m.rutube.ru/channel/23456789
            rutube hromada
              https://rutube.ru/u/hromada/ https://rutube.ru/u/Hromada
            dzen hromada
              https://dzen.ru/hromada https://zen.yandex.ru/hromada https://zen.yandex.ru/media/hromada https://zen.yandex.com/hromada/ https://dzen.ru/Hromada?share_to=x
            dzen id/5e1f2a3b4c5d6e7f80912345
              https://dzen.ru/id/5e1f2a3b4c5d6e7f80912345 https://zen.yandex.ru/id/5e1f2a3b4c5d6e7f80912345 https://zen.yandex.ru/media/id/5e1f2a3b4c5d6e7f80912345/x
            github usnistgov
              https://github.com/usnistgov http://github.com/USNISTGOV/ https://github.com/usnistgov/repo https://github.com/orgs/usnistgov/repositories
            flickr usnistgov
              http://flickr.com/photos/usnistgov https://www.flickr.com/photos/usnistgov/ https://www.flickr.com/people/usnistgov/ https://m.flickr.com/photos/usnistgov/albums
            pinterest hromada
              https://www.pinterest.com/hromada/ http://pinterest.com/hromada https://ru.pinterest.com/Hromada/board/ https://www.pinterest.co.uk/hromada/
            medium @hromada
              https://medium.com/@hromada https://hromada.medium.com/ https://medium.com/@Hromada/title-123
            medium hromada-news
              https://medium.com/hromada-news https://medium.com/hromada-news/title-1
            mastodon hromada@social.example
              @hromada@social.example https://social.example/@hromada https://social.example/users/hromada acct:hromada@social.example
              https://social.example/web/@hromada https://other.example/@hromada@social.example https://social.example/@Hromada/123
            bluesky hromada.bsky.social
              https://bsky.app/profile/hromada.bsky.social bsky.app/profile/Hromada.bsky.social/post/1
            site hromada.example
              https://hromada.example http://hromada.example/ www.hromada.example hromada.example https://HROMADA.example/index.html https://hromada.example?utm_source=x&fbclid=y
              https://hromada.example:443/ https://hromada.example./
            site hromada.example/news
              https://hromada.example/news/ http://www.hromada.example/news?utm_campaign=a https://hromada.example//news hromada.example/news#top
            site hromada.example:8443/news?id=5&part=2
              https://hromada.example:8443/news?part=2&id=5 https://hromada.example:8443/news/?id=5&part=2&gclid=x
            site xn--80aahf2bln.xn--j1amh/%D0%BF%D1%80%D0%BE
              https://громада.укр/про https://Громада.УКР/%D0%BF%D1%80%D0%BE/ xn--80aahf2bln.xn--j1amh/про https://www.громада.укр/про
            site plus.google.com/+usdepartmentofcommerce/posts
              https://plus.google.com/+usdepartmentofcommerce/posts
            """;

    record Spelling(Platform platform, String key, String typed) {}

    static List<Spelling> spellings() {
        List<Spelling> all = new java.util.ArrayList<>();
        String[] page = {};
        for (String line : PAGES.lines().toList()) {
            if (line.startsWith(" ")) {
                for (String typed : line.strip().split(" ")) {
                    all.add(new Spelling(Platform.ofTag(page[0]).orElseThrow(), page[1], typed));
                }
            } else {
                page = line.split(" ");
            }
        }
        return all;
    }

    @Test
    void theTableIsLong() {
        assertThat(spellings()).hasSizeGreaterThan(220).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void everySpellingLeadsToItsPage(Spelling spelling) {
        assertThat(Typed.of(spelling.typed()))
                .isInstanceOfSatisfying(
                        Typed.Page.class,
                        page -> assertThat(page.address())
                                .extracting(PageAddress::platform, PageAddress::key)
                                .containsExactly(spelling.platform(), spelling.key()));
    }

    /** What is stored is read back as what it is, and so is the address that is shown. */
    @ParameterizedTest
    @MethodSource("spellings")
    void theShownAddressIsOneOfItsSpellings(Spelling spelling) {
        PageAddress address = page(spelling.typed());
        assertThat(page(address.address()).key()).isEqualTo(address.key());
        assertThat(page(address.address()).platform()).isEqualTo(address.platform());
    }

    private static PageAddress page(String typed) {
        return ((Typed.Page) Typed.of(typed)).address();
    }

    /** Pages that are alike and not the same. */
    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/@noaa, https://www.youtube.com/user/noaa",
        "https://www.youtube.com/c/noaa, https://www.youtube.com/user/noaa",
        "https://www.youtube.com/channel/UCMYDOA7vb4N_fJvfQ-wAbSg, https://www.youtube.com/channel/UCMYDOA7vb4N_fJvfQ-wAbsg",
        "https://t.me/+AbCdEf123, https://t.me/+abcdef123",
        "https://t.me/hromada_ua, https://t.me/hromadaua",
        "https://vk.com/club1, https://vk.com/id1",
        "https://instagram.com/hromada.ua, https://instagram.com/hromadaua",
        "https://www.facebook.com/groups/hromada, https://www.facebook.com/hromada",
        "https://ok.ru/group/53396058603765, https://ok.ru/profile/53396058603765",
        "https://medium.com/@hromada, https://medium.com/hromada",
        "https://hromada.example/News, https://hromada.example/news",
        "https://hromada.example:8443, https://hromada.example",
        "https://a.hromada.example, https://b.hromada.example",
        "https://github.com/hromada, https://hromada.github.io",
    })
    void twoPagesAreNotOne(String one, String other) {
        assertThat(page(one).key()).isNotEqualTo(page(other).key());
    }

    @ParameterizedTest
    @CsvSource({
        "@hromada, hromada",
        "hromada, hromada",
        "@Hromada.UA, Hromada.UA",
        "Вигадівська, Вигадівська",
        "'  @hromada ', hromada",
        "«@hromada», hromada",
        "наш канал @hromada_ua, hromada_ua",
    })
    void aNameAloneIsAName(String typed, String name) {
        assertThat(Typed.of(typed)).isEqualTo(new Typed.Handle(name));
    }

    @ParameterizedTest
    @CsvSource({
        "VK, https://vk.com",
        "VK, https://vk.com/feed",
        "VK, https://vk.cc/abc",
        "VK, https://dev.vk.com/api",
        "OK, https://ok.ru/",
        "OK, https://ok.ru/video/123456",
        "TELEGRAM, https://t.me",
        "TELEGRAM, https://t.me/c/1234567/8",
        "TELEGRAM, https://t.me/addstickers/x",
        "FACEBOOK, https://www.facebook.com/",
        "FACEBOOK, https://fb.watch/abc/",
        "FACEBOOK, https://www.facebook.com/watch/?v=123",
        "FACEBOOK, https://www.facebook.com/share/1AbC/",
        "FACEBOOK, https://developers.facebook.com/docs",
        "FACEBOOK, https://www.facebook.com/sharer/sharer.php?u=x",
        "INSTAGRAM, https://www.instagram.com/p/Cabc/",
        "INSTAGRAM, https://www.instagram.com/reel/Cabc/",
        "THREADS, https://www.threads.net/t/abc",
        "X, https://t.co/abc",
        "X, https://x.com/search?q=a",
        "X, https://x.com/i/lists/1",
        "YOUTUBE, https://youtu.be/abc",
        "YOUTUBE, https://www.youtube.com/watch?v=abc",
        "YOUTUBE, https://www.youtube.com/channel/short",
        "TIKTOK, https://vm.tiktok.com/abc/",
        "TIKTOK, https://www.tiktok.com/discover",
        "LINKEDIN, https://www.linkedin.com/feed/",
        "WHATSAPP, https://www.whatsapp.com/",
        "MAX, https://max.ru",
        "RUTUBE, https://rutube.ru/video/abc/",
        "DZEN, https://dzen.ru/a/Zabc",
        "GITHUB, https://github.com/features",
        "FLICKR, https://flic.kr/p/abc",
        "PINTEREST, https://pin.it/abc",
        "PINTEREST, https://www.pinterest.com/pin/1/",
        "MEDIUM, https://medium.com/tag/gov",
        "VIBER, https://www.viber.com/",
    })
    void anAddressOfNobodysPageIsTold(Platform platform, String typed) {
        assertThat(Typed.of(typed)).isEqualTo(new Typed.NoPage(platform));
    }

    @ParameterizedTest
    @CsvSource({
        "https://vk.соm/hromada, vk.com",
        "https://vк.com/hromada, vk.com",
        "https://ок.ru/hromada, ok.ru",
        "https://оk.ru/group/1, ok.ru",
        "https://t.mе/hromada, t.me",
        "https://telegrаm.me/hromada, telegram.me",
        "https://www.fаcebook.com/hromada, facebook.com",
        "https://m.fаcebook.com/hromada, facebook.com",
        "https://faceb00k.com/hromada, facebook.com",
        "https://lnstagram.com/hromada, instagram.com",
        "https://instagrarn.com/hromada, instagram.com",
        "https://уоutube.com/@hromada, youtube.com",
        "https://tikтok.com/@x, tiktok.com",
        "https://1inkedin.com/company/x, linkedin.com",
        "https://νk.com/x, vk.com",
        "https://twltter.com/x, twitter.com",
        "https://vk.xn--m-0tbi/x, vk.com",
        "https://vk.com@evil.example/hromada, vk.com",
        "https://vk.com.evil.example/hromada, vk.com",
        "https://facebook.com-login.example/x, facebook.com",
        "https://facebook-com.example/x, facebook.com",
        "https://login.vk.com.evil.example/, vk.com",
        "дивіться https://vk.соm/hromada і https://vk.com/hromada, vk.com",
    })
    void anImitationIsToldWhereItLeads(String typed, String imitated) {
        Typed read = Typed.of(typed);
        assertThat(read)
                .isInstanceOfSatisfying(
                        Typed.Imitation.class,
                        imitation -> assertThat(imitation.imitated()).isEqualTo(imitated));
    }

    /** The control: honest hosts with letters of two scripts, or beginning like a platform, imitate nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://громада.укр", "https://vkusno.example", "https://mvk.com.example.com.ua",
                        "https://okruh.example", "https://x.example",
                "https://facebookers.example", "https://maximum.example", "https://општина.срб",
                        "https://vk-hromada.example", "https://tme.example",
            })
    void anHonestSiteImitatesNobody(String typed) {
        assertThat(Typed.of(typed))
                .isInstanceOfSatisfying(
                        Typed.Page.class,
                        page -> assertThat(page.address().platform()).isEqualTo(Platform.SITE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\0",
                "\u200b",
                "press@hromada.example",
                "mailto:press@hromada.example",
                "Вигадівська громада",
                "javascript:alert(1)",
                "ftp://hromada.example/x",
                "https://",
                "http://localhost/x",
                "https://192.168.1.1/x",
                "https://[::1]/",
                "...",
                "@",
                "@@",
                "///",
                "a",
                "https://-x.example",
                "https://exa mple.com/x y",
                "%00",
                "%",
                "tg://",
                "tg://resolve",
                "fb://",
                "viber://",
                "@x@",
                "acct:@x",
                "#",
                "?",
                "&",
                "data:text/html,x",
                "vk",
                "https://l.facebook.com/l.php?u=https://l.facebook.com/l.php?u=https://vk.com/x",
            })
    void whatIsNoAddressBreaksNothing(String typed) {
        assertThat(Typed.of(typed)).isNotInstanceOf(Typed.Imitation.class);
        assertThat(Typed.of(typed + " ")).isEqualTo(Typed.of(typed));
    }

    @Test
    void nothingThatIsReadHoldsASignThatCannotBeStored() {
        for (String typed : List.of(
                "https://x.example/a%00b%0A", "https://vk.com/a\u0000b", "@a\u202eb", "https://x.example/%ff%fe")) {
            assertThat(Typed.of(typed).toString().chars().noneMatch(Character::isISOControl))
                    .as(typed)
                    .isTrue();
        }
        assertThat(Typed.of("https://x.example/" + "a".repeat(PageAddress.LONGEST)))
                .isEqualTo(new Typed.Nothing());
    }

    @Test
    void whatLooksTheSameHasOneLikeness() {
        assertThat(Stream.of(
                                "KyivCityOfficial",
                                "kyivcityofficiaI",
                                "kyiv_city_official",
                                "Kyiv.City.0fficial",
                                "кyivcityоffiсial")
                        .map(Lookalikes::likeness)
                        .distinct())
                .hasSize(1);
        assertThat(Lookalikes.likeness("vyhadivka")).isNotEqualTo(Lookalikes.likeness("vyhadivska"));
    }
}
