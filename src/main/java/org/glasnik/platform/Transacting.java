package org.glasnik.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Puts {@link Acknowledging} around each route that changes something. */
final class Transacting extends RequestMappingHandlerAdapter {
    private final Acknowledging acknowledging;

    Transacting(Acknowledging acknowledging) {
        this.acknowledging = acknowledging;
    }

    @Override
    protected @Nullable ModelAndView invokeHandlerMethod(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method) throws Exception {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads || method.hasMethodAnnotation(OwnTransaction.class)
                ? super.invokeHandlerMethod(request, response, method)
                : acknowledging.answer(request, response, () -> super.invokeHandlerMethod(request, response, method));
    }
}
