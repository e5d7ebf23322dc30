package org.glasnik.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.glasnik.platform.RequestUser;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds each route to its {@link Allowed} rule, and hands controllers the viewer. */
@Component
class AccessRules implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith("org.glasnik.")) {
            return true;
        }
        if (request.getDispatcherType() == jakarta.servlet.DispatcherType.ERROR) {
            return true;
        }
        Allowed rule = method.getMethodAnnotation(Allowed.class);
        Viewer viewer = viewer(request);
        if (rule != null && Arrays.stream(rule.value()).anyMatch(viewer.kinds()::contains)) {
            return true;
        }
        Set<Who> kinds = viewer.kinds();
        if (rule != null && request.getMethod().equals("GET") && !kinds.contains(Who.PERSON)) {
            response.sendRedirect(
                    kinds.contains(Who.HALFWAY)
                            ? "/sign-in/second-factor"
                            : "/sign-in?to=" + URLEncoder.encode(address(request), StandardCharsets.UTF_8));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return false;
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Viewer viewer(HttpServletRequest request) {
        return request.getAttribute(RequestUser.ATTRIBUTE) instanceof Viewer viewer ? viewer : Viewer.NOBODY;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        return servlet == null ? Viewer.NOBODY : viewer(servlet);
    }
}
