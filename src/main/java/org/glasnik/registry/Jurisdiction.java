package org.glasnik.registry;

/**
 * A country, or a part of one, with laws of its own.
 *
 * @param code of ISO 3166: {@code UA}, {@code GB-SCT}; {@code XA} to {@code XZ} are free for invented ones
 * @param nameSr in Cyrillic
 */
public record Jurisdiction(String code, String nameUk, String nameSr, String nameRu, String nameEn) {}
