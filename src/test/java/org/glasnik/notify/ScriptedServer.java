package org.glasnik.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers each verb as the test says: {@code answer("RCPT", "550 5.1.1 No such user")}. The answer
 * {@link #HANG_UP} closes the line instead. "." is the end of a letter.
 */
final class ScriptedServer implements AutoCloseable {
    static final String HANG_UP = "";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "EHLO",
            "250 scripted",
            "DATA",
            "354 go on",
            "QUIT",
            "221 bye",
            ".",
            "250 2.0.0 taken",
            "HELO",
            "250 scripted"));
    final List<String> letters = new CopyOnWriteArrayList<>();

    ScriptedServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    ScriptedServer answer(String verb, String answer) {
        answers.put(verb, answer);
        return this;
    }

    String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                Thread.ofVirtual().start(() -> talk(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = line.getOutputStream();
            say(out, answers.getOrDefault("", "220 scripted"));
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                String verb = said.toUpperCase(java.util.Locale.ROOT).split(" ", 2)[0];
                if (!say(out, answers.getOrDefault(verb, "250 ok"))) {
                    return;
                }
                if (verb.equals("DATA") && answers.get("DATA").startsWith("354")) {
                    StringBuilder letter = new StringBuilder();
                    for (String row = in.readLine(); row != null && !row.equals("."); row = in.readLine()) {
                        letter.append(row).append('\n');
                    }
                    letters.add(letter.toString());
                    if (!say(out, answers.get("."))) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            // The other side has gone.
        }
    }

    private static boolean say(OutputStream out, String words) throws IOException {
        if (words.equals(HANG_UP)) {
            return false;
        }
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
