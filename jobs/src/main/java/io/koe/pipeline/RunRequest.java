package io.koe.pipeline;

import io.koe.night.Settings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param drop the input folder
 * @param warehouse the folder of the published tables
 * @param from the first night of a backfill
 * @param date the last night
 * @param keyFile the pseudonym key
 * @param force whether to compute the newest published night again
 * @param master where Spark runs
 * @param version of Koe, for the run's record
 */
public record RunRequest(
    Path drop,
    Path warehouse,
    Optional<LocalDate> from,
    LocalDate date,
    Path keyFile,
    Settings settings,
    boolean force,
    String master,
    String version) {}
