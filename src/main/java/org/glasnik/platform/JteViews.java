package org.glasnik.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Views by the name of their template: {@code identity/person}. */
@Component
final class JteViews implements ViewResolver, Ordered {
    private final Rendering rendering;

    JteViews(Rendering rendering) {
        this.rendering = rendering;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.indexOf(':') >= 0 ? null : new JteView(name);
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        /** Not null, or Spring forwards to a JSP. */
        @Override
        public String getContentType() {
            return "text/html;charset=utf-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, Object> parameters = new HashMap<>();
            if (model != null) {
                model.forEach((name, value) -> {
                    if (value != null && name.indexOf('.') < 0) {
                        parameters.put(name, value);
                    }
                });
            }
            Accent accent = parameters.remove("accent") instanceof Accent a ? a : null;
            Screen screen = rendering.screen(request, accent);
            parameters.put("s", screen);
            byte[] bytes = rendering.bytes(template, parameters);
            response.setContentType(getContentType());
            response.setHeader("Content-Language", screen.language().tag());
            response.addHeader("Vary", "HX-Request");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
