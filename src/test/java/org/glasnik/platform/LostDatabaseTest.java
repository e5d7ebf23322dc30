package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.glasnik.testing.GlasnikTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

@GlasnikTest
class LostDatabaseTest {
    @Autowired
    Rendering rendering;

    @Autowired
    Languages languages;

    @Autowired
    Headers headers;

    private MockHttpServletResponse answer(Exception thrown) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/bodies");
        request.addHeader("Accept-Language", "sr");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LostDatabase(rendering, languages, headers).doFilter(request, response, (req, res) -> {
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            throw (ServletException) thrown;
        });
        return response;
    }

    @Test
    void whoComesIsAskedForPatienceInTheirLanguage() throws Exception {
        for (Exception lost : new Exception[] {
            new CannotGetJdbcConnectionException("no", new SQLTransientConnectionException("timed out")),
            new CannotCreateTransactionException("no", new SQLTransientConnectionException("timed out")),
            new TransactionSystemException("commit failed", new SQLException("gone", "08006")),
            new TransactionSystemException("rollback failed", new SQLException("Connection is closed")),
            new ServletException(new IllegalStateException(new SQLException("terminating connection", "57P01")))
        }) {
            MockHttpServletResponse answer = answer(lost);
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
            assertThat(answer.getHeader("Content-Security-Policy")).isNotNull();
            var page = Jsoup.parse(answer.getContentAsString());
            assertThat(page.select("html").attr("lang")).isEqualTo("sr");
            assertThat(page.select("h1").text()).isNotEmpty();
        }
    }

    @Test
    void aFaultOfOursStaysOne() {
        assertThatThrownBy(() -> answer(new IllegalStateException("a defect")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> answer(new DataIntegrityViolationException("no", new SQLException("twice", "23505"))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
