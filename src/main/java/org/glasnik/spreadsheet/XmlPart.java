package org.glasnik.spreadsheet;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, read without document types, entities, depth or other ways to make a small file large. */
final class XmlPart implements Closeable {
    private static final XMLInputFactory FACTORY = factory();

    /** Names that a parser would remember each of: so many that nobody writes them. */
    private static final int STRANGE = 50_000;

    private static final int DEEPEST = 64;
    private static final Set<String> USUAL =
            Set.of("row", "c", "v", "f", "is", "t", "r", "s", "si", "rPr", "mergeCell", "ref");

    private final Reader reader;
    private final XMLStreamReader xml;
    private int strange;
    private int depth;

    XmlPart(InputStream in) throws IOException, TableRefused {
        // Always UTF-8, whatever the part says of itself: another encoding would pass by the guard.
        this.reader = new MarkupGuard(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            this.xml = FACTORY.createXMLStreamReader(reader);
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // The JDK counts each &amp; of a table against these. What they are for, document types, the guard refuses.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        return factory;
    }

    /** Goes on to the next tag or text; false at the end. */
    boolean next() throws IOException, TableRefused {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw TableRefused.file("damaged");
                        }
                        counted();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw TableRefused.file("doctype");
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    private void counted() throws TableRefused {
        if (!USUAL.contains(xml.getLocalName())) {
            strange++;
        }
        for (int i = xml.getAttributeCount() - 1; i >= 0; i--) {
            if (!USUAL.contains(xml.getAttributeLocalName(i))) {
                strange++;
            }
        }
        if (strange > STRANGE) {
            throw TableRefused.file("damaged");
        }
    }

    boolean starts(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    boolean isText() {
        return xml.isCharacters();
    }

    /** Adds the text unless there is more of it than anyone reads. */
    void textTo(StringBuilder text, int most, Supplier<TableRefused> longer) throws TableRefused {
        if (text.length() + (long) xml.getTextLength() > most) {
            throw longer.get();
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** By its local name, whatever the prefix. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    int number(String name, int otherwise) throws TableRefused {
        String value = attribute(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw TableRefused.file("damaged");
        }
    }

    boolean yes(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    /** What the guard or the archive said, else that the part is no XML. */
    private static TableRefused fault(XMLStreamException e) throws IOException {
        for (Throwable cause = e; cause != null; cause = nested(cause)) {
            if (cause instanceof RefusedWhileReading refused) {
                return refused.refusal();
            }
            if (cause instanceof IOException io
                    && !(io instanceof CharacterCodingException)
                    && !(io instanceof ZipException)
                    && !(io instanceof EOFException)) {
                throw io;
            }
        }
        return TableRefused.file("damaged");
    }

    private static @Nullable Throwable nested(Throwable e) {
        return e instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : e.getCause();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            reader.close();
        }
    }
}
