/* SPDX-License-Identifier: GPL-3.0-or-later
 * An invented resident with a case, a hearing and all that belongs to them.
 */
#include "court-sample.h"

#include "core/record.h"

static void
drop (HearthRecord *record)
{
  g_object_unref (record);
}

static void
add_case (HearthTestHouse *house, CourtSample *sample)
{
  const char *id = hearth_record_get_id (sample->resident);

  sample->legal_case =
    hearth_test_house_add (house, "legal_case", "resident", id, "kind", "criminal", "stage", "trial", "court",
                           "Court of Sampletown", "number", "12/2026", "opened_on", "2025-11-03", "charges",
                           "Section 9", "judge", "Judge Alder", "lawyer", "Advocate Birch", "lawyer_phone",
                           "555-0111", "investigator", "Officer Elm", "testify", "wants", "views",
                           "I want it to be over.", "told_on", "2026-01-10", NULL);
  sample->hearing =
    hearth_test_house_add (house, "hearing", "resident", id, "legal_case",
                           hearth_record_get_id (sample->legal_case), "at", "2026-03-20T02:30:00Z+07:00",
                           "kind", "testimony", "attend", "in_person", "status", "planned", "judge",
                           "Judge Alder", "support_person", "Aunt Hazel", "entrance", "Yard door", "route",
                           "Past the mill", "comfort", "A knitted hat", "medicine", "One tablet at eight",
                           "signal", "Left hand up", NULL);
  drop (hearth_test_house_add (house, "hearing", "resident", id, "legal_case",
                               hearth_record_get_id (sample->legal_case), "at", "2026-01-15T02:30:00Z+07:00",
                               "kind", "mention", "attend", "not_needed", "status", "held", NULL));
}

static void
add_around (HearthTestHouse *house, CourtSample *sample)
{
  const char *id = hearth_record_get_id (sample->resident);
  const char *legal_case = hearth_record_get_id (sample->legal_case);
  const char *hearing = hearth_record_get_id (sample->hearing);
  g_autoptr (HearthRecord) uncle =
    hearth_test_house_add (house, "contact", "resident", id, "name", "Rowan Thorn", "relation",
                           "aunt_or_uncle", "safe_to_call", "yes", NULL);

  drop (hearth_test_house_add (house, "contact", "resident", id, "name", "Hazel Thorn", "relation", "mother",
                               "phone", "555-010-2222", "safe_to_call", "yes", NULL));
  drop (hearth_test_house_add (house, "accused", "resident", id, "legal_case", legal_case, "letter", "A1",
                               "noted_on", "2025-11-03", "status", "custody", "status_on", "2026-02-01",
                               "no_contact", "yes", "no_contact_until", "2027-01-01", "identity",
                               "Known as the Fox", "contact", hearth_record_get_id (uncle), NULL));
  drop (hearth_test_house_add (house, "court_order", "resident", id, "legal_case", legal_case, "ordered_on",
                               "2026-01-15", "number", "7/2026", "words",
                               "The resident … shall not be called by name.", "status", "partly",
                               "responsible", "The clerk", "obstacle", "A list on the door", NULL));
  drop (hearth_test_house_add (house, "protective_measure", "resident", id, "legal_case", legal_case,
                               "hearing", hearing, "kind", "screen", "noted_on", "2026-02-01", "wanted",
                               "yes", "wish", "I do not want to see Rowan Thorn", "requested_on",
                               "2026-02-02", "decision", "granted", NULL));
  drop (hearth_test_house_add (house, "statement", "resident", id, "legal_case", legal_case, "date",
                               "2025-11-20", "body", "police", "purpose", "First report", "topics",
                               "Headings of the talk", "recorded", "video", "reference", "Tape 4", NULL));
  drop (hearth_test_house_add (house, "preparation", "resident", id, "hearing", hearing, "stage", "sessions",
                               "text", "Look at the room", "days", "7", "due", "2026-03-13", "critical",
                               "yes", NULL));
  drop (hearth_test_house_add (house, "preparation", "resident", id, "hearing", hearing, "stage", "inform",
                               "text", "Explain who is who", "days", "21", "due", "2026-02-27", "done_on",
                               "2026-02-20", "done_by", "Lena, in Thai", "reaction", "Now I know", NULL));
}

static void
add_rest (HearthTestHouse *house, CourtSample *sample)
{
  const char *id = hearth_record_get_id (sample->resident);

  drop (hearth_test_house_add (house, "enrolment", "resident", id, "school", "Riverbend Primary School",
                               "programme", "formal", "grade", "8", "start", "2026-01-05", NULL));
  drop (hearth_test_house_add (house, "contribution", "resident", id, "date", "2026-02-20", "part", "health",
                               "uses", "court progress", "text", "Well enough to be heard.", "basis",
                               "Two visits", NULL));
  drop (hearth_test_house_add (house, "contribution", "resident", id, "date", "2026-02-21", "part", "effect",
                               "uses", "court", "text", "Some short nights.", NULL));
  drop (hearth_test_house_add (house, "contribution", "resident", id, "date", "2026-02-22", "part",
                               "wellbeing", "uses", "progress", "text", "Only for the team.", NULL));
  drop (hearth_test_house_add (house, "strength", "resident", id, "date", "2026-02-01", "kind", "skill",
                               "text", "Bakes bread", "said", "My hands know it", NULL));
  drop (hearth_test_house_add (house, "health_condition", "resident", id, "condition", "Hidden condition",
                               "status", "active", NULL));
  sample->text =
    hearth_test_house_add (house, "court_report", "resident", id, "legal_case",
                           hearth_record_get_id (sample->legal_case), "hearing",
                           hearth_record_get_id (sample->hearing), "date", "2026-02-28", "asked_by",
                           "The court", "question", "How can Dao be heard?", "author_post", "Legal officer",
                           "contacts", "Hazel Thorn by telephone", "papers", "The file", "situation",
                           "Dao goes to Riverbend Primary School.", "family", "Malee and Hazel Thorn call.",
                           "views", "I want to speak once", "asked_on", "2026-02-25", "asked_how", "talk",
                           "needs", "Breaks", "risks", "A move would cost friends", "options",
                           "A screen, or a video", "opinion", "A video does the least harm",
                           "recommendations", "1. Hear by video; the court\n\n- Keep the order; the court",
                           NULL);
}

CourtSample *
court_sample_new (HearthTestHouse *house)
{
  CourtSample *sample = g_new0 (CourtSample, 1);

  sample->resident =
    hearth_test_house_add (house, "resident", "name_used", "Dao", "local_name", "ดาว", "pseudonym", "Fern",
                           "legal_name", "Dao Suksuan", "birth", "2011-05-17", "languages", "Thai",
                           "interpreter", "yes", "comforts", "Tea", NULL);
  add_case (house, sample);
  add_around (house, sample);
  add_rest (house, sample);
  return sample;
}

void
court_sample_free (CourtSample *sample)
{
  g_object_unref (sample->resident);
  g_object_unref (sample->legal_case);
  g_object_unref (sample->hearing);
  g_object_unref (sample->text);
  g_free (sample);
}

void
court_sample_set (HearthTestHouse *house, HearthRecord *record, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  hearth_record_set (record, field, value);
  hearth_store_save (house->store, record, NULL, NULL, &error);
  g_assert_no_error (error);
}
