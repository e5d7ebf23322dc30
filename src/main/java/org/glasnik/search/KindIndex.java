package org.glasnik.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.FSDirectory;

/** The index of one kind on this node's disk. Written by one thread, read by all. */
final class KindIndex implements Closeable {
    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(IndexedDocument.ORDER, SortField.Type.LONG),
            new SortField(IndexedDocument.LOW, SortField.Type.LONG));
    private static final double BUFFER_MEGABYTES = 16;
    /** Few: each part has a dictionary of its own, in which words with slips are looked for. */
    private static final int PARTS = 4;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Stems stems = new Stems();

    KindIndex(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig()
                            .setSimilarity(new BooleanSimilarity())
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setCommitOnClose(false)
                            .setMergePolicy(new TieredMergePolicy()
                                    .setForceMergeDeletesPctAllowed(0)
                                    .setSegmentsPerTier(PARTS)));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(
                    org.apache.lucene.index.IndexReader reader,
                    org.apache.lucene.index.@org.jspecify.annotations.Nullable IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new BooleanSimilarity());
                searcher.setQueryCache(null);
                return searcher;
            }
        });
    }

    /** What was said of the last commit. */
    Map<String, String> said() {
        Map<String, String> said = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> said.put(entry.getKey(), entry.getValue()));
        }
        return said;
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    void put(Collection<SearchDocument> documents) throws IOException {
        for (SearchDocument document : documents) {
            writer.updateDocument(
                    new Term(IndexedDocument.ID, document.id().toString()), IndexedDocument.of(document, stems));
        }
    }

    void take(Collection<UUID> ids) throws IOException {
        writer.deleteDocuments(ids.stream()
                .map(id -> new Term(IndexedDocument.ID, id.toString()))
                .toArray(Term[]::new));
    }

    /** Lets searches see what was written. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(Map<String, String> saying) throws IOException {
        writer.setLiveCommitData(saying.entrySet());
        writer.commit();
    }

    /** Makes few parts of many, after all was written anew. */
    void settle() throws IOException {
        writer.forceMerge(PARTS);
    }

    /** Writes the files that hold anything deleted anew, and removes them. Costs as much as those files are large. */
    void purge() throws IOException {
        writer.forceMergeDeletes(true);
        writer.commit();
        show();
        writer.deleteUnusedFiles();
    }

    boolean hasDeletions() {
        return writer.hasDeletions();
    }

    /** The ids of the best so many. */
    List<UUID> best(Query query, int most) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            // A maximum above zero lets Lucene leave out what cannot be among the best; a total nobody is told.
            ScoreDoc[] found =
                    searcher.search(query, new TopFieldCollectorManager(BEST_FIRST, most, null, most)).scoreDocs;
            List<UUID> ids = new ArrayList<>(found.length);
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            for (ScoreDoc each : found) {
                LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(each.doc, leaves));
                ids.add(new UUID(half(leaf, IndexedDocument.HIGH, each), half(leaf, IndexedDocument.LOW, each)));
            }
            return ids;
        } finally {
            searchers.release(searcher);
        }
    }

    private static long half(LeafReaderContext leaf, String field, ScoreDoc of) throws IOException {
        NumericDocValues values = leaf.reader().getNumericDocValues(field);
        if (!values.advanceExact(of.doc - leaf.docBase)) {
            throw new IOException("A document without its id");
        }
        return values.longValue();
    }

    int size() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
