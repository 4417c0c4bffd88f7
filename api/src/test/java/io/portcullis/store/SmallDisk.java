package io.portcullis.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk of H2's that is full when a file on it is as long as allowed: {@code jdbc:h2:smalldisk:/folder/file}. */
public final class SmallDisk extends FilePathWrapper {

    private static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);

    public static void mount() {
        ROOM.set(Long.MAX_VALUE);
        FilePath.register(new SmallDisk());
    }

    /** How long a file may be from now on. */
    public static void room(long bytes) {
        ROOM.set(bytes);
    }

    @Override
    public String getScheme() {
        return "smalldisk";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new LimitedFile(super.open(mode));
    }

    private static final class LimitedFile extends FileBaseDefault {

        private final FileChannel file;

        LimitedFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            if (position + bytes.remaining() > Math.max(ROOM.get(), file.size())) {
                throw new IOException("No space left on device");
            }
            return file.write(bytes, position);
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
