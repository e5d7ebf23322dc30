package org.glasnik;
public final class Glasnik { public static void main(String[] a) {} }
