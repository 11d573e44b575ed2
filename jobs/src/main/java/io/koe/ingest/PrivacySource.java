package io.koe.ingest;

import java.io.Serializable;

/** Opens the privacy of text where a task runs; what travels is where the key is, not the key. */
interface PrivacySource extends Serializable {
  TextPrivacy open();
}
