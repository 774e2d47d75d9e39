package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where the files come from: a folder on a disk, one file of invoices, or texts in memory. */
public sealed interface InputFolder {

    /**
     * Returns a folder on a disk.
     *
     * @param folder the folder
     * @return its files
     */
    static InputFolder of(Path folder) {
        return new OnDisk(folder);
    }

    /**
     * Returns one file of invoices, whatever its name.
     *
     * @param file the file
     * @return it, in the place of {@code invoices.csv}
     */
    static InputFolder ofInvoices(Path file) {
        return new OneFile(file);
    }

    /**
     * Returns a folder whose files are texts in memory.
     *
     * @param texts the text of each file that there is
     * @return the files
     */
    static InputFolder of(Map<InputFile, String> texts) {
        return new InMemory(ImmutableMap.copyOf(texts));
    }

    /**
     * Tells whether a file is there.
     *
     * @param file which file
     * @return true if it can be opened
     */
    boolean has(InputFile file);

    /**
     * Returns what a file is called here.
     *
     * @param file which file
     * @return its name
     */
    default String name(InputFile file) {
        return file.fileName();
    }

    /**
     * Opens a file that is there.
     *
     * @param file which file
     * @return its bytes, UTF-8
     * @throws IOException if it cannot be opened
     */
    InputStream open(InputFile file) throws IOException;

    /**
     * Returns how long a file that is there is.
     *
     * @param file which file
     * @return its length in bytes
     * @throws IOException if that cannot be found out
     */
    long size(InputFile file) throws IOException;

    /**
     * A folder on a disk.
     *
     * @param path the folder
     */
    record OnDisk(Path path) implements InputFolder {

        /**
         * Names the folder.
         *
         * @param path the folder
         */
        public OnDisk {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public boolean has(InputFile file) {
            return Files.isRegularFile(path.resolve(file.fileName()));
        }

        @Override
        public InputStream open(InputFile file) throws IOException {
            return Files.newInputStream(path.resolve(file.fileName()));
        }

        @Override
        public long size(InputFile file) throws IOException {
            return Files.size(path.resolve(file.fileName()));
        }
    }

    /**
     * One file of invoices.
     *
     * @param path the file
     */
    record OneFile(Path path) implements InputFolder {

        /**
         * Names the file.
         *
         * @param path the file
         */
        public OneFile {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public boolean has(InputFile file) {
            return file == InputFile.INVOICES && Files.isRegularFile(path);
        }

        @Override
        public String name(InputFile file) {
            return Optional.ofNullable(path.getFileName())
                    .filter(name -> file == InputFile.INVOICES)
                    .map(Path::toString)
                    .orElseGet(file::fileName);
        }

        @Override
        public InputStream open(InputFile file) throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public long size(InputFile file) throws IOException {
            return Files.size(path);
        }
    }

    /**
     * Texts in memory.
     *
     * @param texts the text of each file that there is
     */
    record InMemory(ImmutableMap<InputFile, String> texts) implements InputFolder {

        /**
         * Holds the texts.
         *
         * @param texts the text of each file that there is
         */
        public InMemory {
            Objects.requireNonNull(texts, "texts");
        }

        @Override
        public boolean has(InputFile file) {
            return texts.containsKey(file);
        }

        @Override
        public InputStream open(InputFile file) {
            return new ByteArrayInputStream(bytes(file));
        }

        @Override
        public long size(InputFile file) {
            return bytes(file).length;
        }

        private byte[] bytes(InputFile file) {
            return texts.getOrDefault(file, "").getBytes(StandardCharsets.UTF_8);
        }
    }
}
