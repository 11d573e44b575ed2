package io.koe.pipeline;

import io.koe.night.Settings;
import io.koe.report.sections.Targets;
import io.koe.store.Retention;
import io.koe.topics.TopicOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param drop the input folder
 * @param mended a drop of mended files of earlier nights, to be read with the nights
 * @param warehouse the folder of the published tables
 * @param from the first night of a backfill
 * @param date the last night
 * @param keyFile the pseudonym key
 * @param topics what people add to the topics
 * @param force whether to compute the newest published night again
 * @param acceptance gates the nights may fail
 * @param retention how long days of tables and logs are kept
 * @param targets what the weekly reports measure against
 * @param openLineage the folder for events of OpenLineage
 * @param engines what computes
 * @param version of Koe, for the run's record
 */
public record RunRequest(
    Path drop,
    Optional<Path> mended,
    Path warehouse,
    Optional<LocalDate> from,
    LocalDate date,
    Path keyFile,
    Settings settings,
    TopicOptions topics,
    boolean force,
    Acceptance acceptance,
    Retention retention,
    Targets targets,
    Optional<Path> openLineage,
    Engines engines,
    String version) {}
