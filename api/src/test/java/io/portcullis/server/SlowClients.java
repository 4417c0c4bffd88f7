package io.portcullis.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that each send what they have, as far as the server takes it, then now and then a byte; and never read. */
final class SlowClients implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 4 << 10;

    private final List<Client> clients = new ArrayList<>();
    private final byte[] drip;
    private final Thread sender;
    private volatile boolean stopped;

    private record Client(SocketChannel channel, ByteBuffer rest) {}

    private SlowClients(int port, int count, String first, String drip) throws IOException {
        this.drip = drip.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            clients.add(new Client(channel, ByteBuffer.wrap(first.getBytes(StandardCharsets.US_ASCII))));
        }
        this.sender = new Thread(this::send, "slow-clients");
        sender.setDaemon(true);
        sender.start();
    }

    /** @param drip what each sends every half second after {@code first}; may be empty */
    static SlowClients connect(int port, int count, String first, String drip) throws IOException {
        return new SlowClients(port, count, first, drip);
    }

    private void send() {
        try {
            while (!stopped) {
                for (Client client : clients) {
                    send(client);
                }
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Client client) {
        try {
            client.channel.write(client.rest.hasRemaining() ? client.rest : ByteBuffer.wrap(drip));
        } catch (IOException e) {
            // The server has closed it, as it should; there is nothing more to send.
            client.rest.position(client.rest.limit());
        }
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        sender.interrupt();
        for (Client client : clients) {
            client.channel.close();
        }
    }
}
