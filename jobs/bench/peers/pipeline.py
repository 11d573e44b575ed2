"""What an analyst would write: topics of a drop's inquiries, and figures by week and topic.

python pipeline.py DROP OUT DICTIONARY

MeCab's content words, TF-IDF, a truncated SVD, k-means; then contacts by week and topic, durable resolution within
seven days, the median time to a first reply, and contacts per 1000 active users. Writes CSV files into OUT.
"""

import pathlib
import sys

import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

import drop as drops
import words

TOPICS = 45
TERMS = 10


def topics(bodies, dictionary):
    """The topic of each text, and the words of each topic."""
    vectorizer = TfidfVectorizer(
        analyzer=words.reader(dictionary), min_df=2, max_df=0.5, max_features=20_000, sublinear_tf=True
    )
    weights = vectorizer.fit_transform(bodies)
    svd = TruncatedSVD(min(100, weights.shape[1] - 1), random_state=0)
    vectors = normalize(svd.fit_transform(weights))
    model = KMeans(min(TOPICS, len(bodies)), n_init=1, max_iter=20, random_state=0)
    found = model.fit_predict(vectors)
    terms = vectorizer.get_feature_names_out()
    strongest = svd.inverse_transform(model.cluster_centers_).argsort(axis=1)[:, : -TERMS - 1 : -1]
    return found, pd.DataFrame({"terms": [" ".join(terms[best]) for best in strongest]})


def table(drop, name, columns, *times):
    """Rows of one table with their times in Japan; what is no time is left out."""
    frame = pd.DataFrame(drops.rows(drop, name), columns=columns)
    return japan(frame.drop_duplicates(columns[0]), *times)


def japan(frame, *times):
    for time in times:
        instants = pd.to_datetime(frame[time], errors="coerce", utc=True, format="ISO8601")
        frame = frame.assign(**{time: instants.dt.tz_convert("Asia/Tokyo")}).dropna(subset=[time])
    return frame


def week(times):
    return times.dt.tz_localize(None).dt.to_period("W").dt.start_time


def resolved(contacts, events):
    """Whether a contact was resolved within seven days and not reopened within these."""
    late = pd.Timedelta(days=7)
    known = events.merge(contacts[["inquiry_id", "created_at"]], on="inquiry_id")
    known = known[known.occurred_at - known.created_at <= late].sort_values("occurred_at")
    last = known[known.event_type.isin(["resolved", "reopened"])].groupby("inquiry_id").event_type.last()
    return contacts.inquiry_id.map(last).eq("resolved")


def first_reply(contacts, messages):
    """Hours until somebody replied in public."""
    replies = messages[messages.author_type.eq("agent") & messages.is_public.eq(True)]
    hours = contacts.inquiry_id.map(replies.groupby("inquiry_id").sent_at.min()) - contacts.created_at
    return hours.dt.total_seconds() / 3600


def main(drop, out, dictionary):
    contacts = japan(pd.DataFrame(drops.inquiries(drop)), "created_at").reset_index(drop=True)
    contacts["topic"], terms = topics(contacts.body, dictionary)
    events = table(drop, "inquiry_events", ["event_id", "inquiry_id", "occurred_at", "event_type"], "occurred_at")
    messages = table(
        drop, "inquiry_messages", ["message_id", "inquiry_id", "sent_at", "author_type", "is_public"], "sent_at"
    )
    exposures = pd.DataFrame(drops.rows(drop, "exposures"))
    contacts["week"] = week(contacts.created_at)
    contacts["resolved"] = resolved(contacts, events)
    contacts["first_reply_hours"] = first_reply(contacts, messages)
    figures = {"contacts": ("inquiry_id", "size"), "resolution_rate": ("resolved", "mean"),
               "first_reply_hours": ("first_reply_hours", "median")}
    active = exposures[exposures.measure.eq("active_users")]
    users = active.value.groupby([week(pd.to_datetime(active.exposure_date)), active.service]).sum()
    rates = contacts.groupby(["week", "service"]).size().rename("contacts").to_frame()
    rates["per_1000_active_users"] = 1000 * rates.contacts / users.rename_axis(["week", "service"])
    terms.to_csv(out / "topics.csv")
    contacts.groupby(["week", "topic"]).agg(**figures).to_csv(out / "weekly_by_topic.csv")
    contacts.groupby("week").agg(**figures).to_csv(out / "weekly.csv")
    rates.to_csv(out / "rates.csv")
    contacts[["inquiry_id", "topic"]].to_csv(out / "inquiry_topics.csv", index=False)
    print(f"{len(contacts)} contacts, {contacts.topic.nunique()} topics")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3])
