/* SPDX-License-Identifier: GPL-3.0-or-later
 * Searching: any script, only what the reader may see, people first, and nothing left behind.
 */
#include "core/date.h"
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "records/types.h"
#include "store/search-text.h"
#include "store/store-private.h"

/* --- helpers ----------------------------------------------------------------------- */

static GPtrArray *
search (HearthTestHouse *house, const char *words, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = hearth_store_search (house->store, words, limit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return hits;
}

/** Fails unless @words give just the records of @ids (NULL-ended), in this order. */
static void
assert_finds (HearthTestHouse *house, const char *words, ...)
{
  g_autoptr (GPtrArray) hits = search (house, words, 50);
  HearthRecord *record;
  guint n = 0;
  va_list records;

  va_start (records, words);
  for (; (record = va_arg (records, HearthRecord *)); n++)
    {
      if (n >= hits->len)
        g_error ("“%s” does not find record %u", words, n);
      g_assert_cmpstr (((HearthSearchHit *) hits->pdata[n])->id, ==, hearth_record_get_id (record));
    }
  va_end (records);
  if (hits->len != n)
    g_error ("“%s” finds %u records, not %u", words, hits->len, n);
}

static HearthRecord *
add_note (HearthTestHouse *house, HearthRecord *resident, const char *date, const char *notes)
{
  return hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date", date,
                                "shift",
                                hearth_record_type_lookup_field (&hearth_daily_log_type, "shift")
                                  ->choices[0]
                                  .code,
                                "notes", notes, "late_reason", "Typed from paper", NULL);
}

static void
save (HearthTestHouse *house, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  hearth_store_save (house->store, record, NULL, &problems, &error);
  g_assert_no_error (error);
}

static gint64
ask (HearthTestHouse *house, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = 0;

  hearth_db_query_int64 (house->store->db, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

static void
run (HearthTestHouse *house, const char *sql)
{
  g_autoptr (GError) error = NULL;

  hearth_db_exec (house->store->db, sql, &error);
  g_assert_no_error (error);
}

/* --- the normal form --------------------------------------------------------------- */

static void
test_normalise_same (void)
{
  static const char *const pairs[][2] = {
    { "ÉCOLE  élève", "ecole eleve" },
    { "Nguyễn Thị Đào", "nguyen thi dao" },
    { "nguye\u0302\u0303n", "nguyễn" },
    { "مُحَمَّد", "محمد" },
    { "محـــمد", "محمد" },
    { "أحمد إيمان آية", "احمد ايمان ايه" },
    { "فاطمة", "فاطمه" },
    { "یلدا کریمی", "يلدا كريمي" },
    { "سارى", "ساري" },
    { "بچه\u200Cها", "بچهها" },
    { "٠٨١٢", "0812" },
    { "۰۸۱۲", "0812" },
    { "๐๘๑๒", "0812" },
    { "០៨១២", "0812" },
    { "นํ้าใส", "น้ำใส" },
    { "ນໍ້າ", "ນ້ຳ" },
    { "ស្រី\u200Bមុំ", "ស្រីមុំ" },
    { "ＡＢＣ", "abc" },
    { "STRASSE", "straße" },
    { "Иван Й", "иван и" },
    { "O’Hara", "o'hara" },
    { "שָׁלוֹם", "שלום" },
    { "한글", "한글" },
    { "a\tb\r\n c", "a b c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = hearth_search_normalise (pairs[i][0]);
      g_autofree char *b = hearth_search_normalise (pairs[i][1]);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (a, !=, "");
    }
}

static void
test_normalise_apart (void)
{
  static const char *const pairs[][2] = {
    { "กา", "กี" },  { "มา", "ม้า" },   { "កា", "កី" },   { "မာ", "မိ" },
    { "कि", "की" }, { "باب", "ناب" }, { "ab", "a b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = hearth_search_normalise (pairs[i][0]);
      g_autofree char *b = hearth_search_normalise (pairs[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

static void
test_normalise_twice (void)
{
  static const char *const texts[] = {
    "", "   ", "Đặng Thị", "نُورٌ ة", "น้ำ", "\xFF\xFE broken \xC3", "ﬁne Ⅷ ½", "e\u0301\u0323\u0302\u0308"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *once = hearth_search_normalise (texts[i]);
      g_autofree char *twice = hearth_search_normalise (once);

      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
    }
}

/* --- finding ----------------------------------------------------------------------- */

static void
test_scripts (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) thai = hearth_test_house_add_resident (house, "น้ำใส ใจดี");
  g_autoptr (HearthRecord) khmer = hearth_test_house_add_resident (house, "ស្រី\u200Bមុំ");
  g_autoptr (HearthRecord) arabic = hearth_test_house_add_resident (house, "نُور أَحْمَد");
  g_autoptr (HearthRecord) viet = hearth_test_house_add_resident (house, "Đào Thị Ánh");
  g_autoptr (HearthRecord) burmese = hearth_test_house_add_resident (house, "မိုးမိုး");

  assert_finds (house, "นํ้าใส", thai, NULL);
  assert_finds (house, "ใจดี", thai, NULL);
  assert_finds (house, "ស្រីមុំ", khmer, NULL);
  assert_finds (house, "نور", arabic, NULL);
  assert_finds (house, "احمد", arabic, NULL);
  assert_finds (house, "نُورُ اَحمَد", arabic, NULL);
  assert_finds (house, "dao anh", viet, NULL);
  assert_finds (house, "ĐÀO", viet, NULL);
  assert_finds (house, "မိုး", burmese, NULL);
  assert_finds (house, "ใจร้าย", NULL);
}

static void
test_short_words (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali Rose");
  g_autoptr (HearthRecord) tamara = hearth_test_house_add_resident (house, "Tamara");
  g_autoptr (HearthRecord) note = add_note (house, mali, "2026-02-03", "Made marmalade with the others");

  assert_finds (house, "m", mali, NULL);
  assert_finds (house, "MA", mali, NULL);
  assert_finds (house, "ma ro", mali, NULL);
  assert_finds (house, "ro mali", mali, NULL);
  assert_finds (house, "ta", tamara, NULL);
  assert_finds (house, "ar", NULL);
  assert_finds (house, "r-", tamara, mali, NULL);
  assert_finds (house, "marm", note, NULL);
  assert_finds (house, "", NULL);
  assert_finds (house, "  \n ", NULL);
}

static void
test_operators (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) note =
    add_note (house, mali, "2026-02-03", "Said: \"blue kite\" (twice) AND laughed * a-b-c");
  static const char *const odd[] = {
    "\"",    "\"\"\"", "\"\"\"\"",      "body : kite x", "kite OR tree", "NOT kite",
    "(kite", "kite)",  "NEAR(kite, 3)", "^kite",         "{body}:kite",  "'; DROP TABLE draft; --",
    "%%%",   "___",    "???",           "\\\\\\",        "kite\"AND\"x"
  };

  assert_finds (house, "\"blue kite\"", note, NULL);
  assert_finds (house, "\"blue", note, NULL);
  assert_finds (house, "(twice)", note, NULL);
  assert_finds (house, "and laughed", note, NULL);
  assert_finds (house, "a-b-c", note, NULL);
  assert_finds (house, "kit*", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    assert_finds (house, odd[i], NULL);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM draft"), ==, 0);
}

static void
test_all_words (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) a = hearth_test_house_add (house, "resident", "name_used", "Lina", "legal_name",
                                                      "Helena Stone", "strengths", "Sings, paints", NULL);
  g_autoptr (HearthRecord) b =
    hearth_test_house_add (house, "resident", "name_used", "Lina", "legal_name", "Karoline", NULL);

  assert_finds (house, "lina", b, a, NULL);
  assert_finds (house, "lina stone", a, NULL);
  assert_finds (house, "paints stone lina", a, NULL);
  assert_finds (house, "paints karoline", NULL);
}

static void
test_order_and_limit (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) river = hearth_test_house_add_resident (house, "River");
  g_autoptr (HearthRecord) old = add_note (house, river, "2025-12-24", "Walk to the river");
  g_autoptr (HearthRecord) latest = add_note (house, river, "2026-02-20", "The river again");
  g_autoptr (HearthRecord) late_entry = add_note (house, river, "2026-01-05", "Painted a river");
  g_autoptr (HearthRecord) likes =
    hearth_test_house_add (house, "resident", "name_used", "Noor", "languages", "Riverspeak", NULL);
  g_autoptr (GPtrArray) two = search (house, "river", 2);
  g_autoptr (GPtrArray) none = search (house, "river", 0);

  assert_finds (house, "river", river, likes, latest, late_entry, old, NULL);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (((HearthSearchHit *) two->pdata[0])->id, ==, hearth_record_get_id (river));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_many (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_true (hearth_store_begin (house->store, &error));
  for (int i = 0; i < 1500; i++)
    {
      g_autofree char *date = hearth_date_add_days ("2022-01-01", i);
      g_autofree char *text = g_strdup_printf ("Quiet day, number %d", i);
      g_autoptr (HearthRecord) note = add_note (house, mali, date, text);
    }
  g_assert_true (hearth_store_commit (house->store, &error));

  g_assert_cmpint (ask (house, "SELECT count(*) FROM search_2 WHERE search_2 MATCH '\"quiet\"'"), ==, 1500);
  hits = search (house, "quiet", 25);
  g_assert_cmpuint (hits->len, ==, 25);
  for (guint i = 1; i < hits->len; i++)
    g_assert_cmpstr (((HearthSearchHit *) hits->pdata[i - 1])->date, >,
                     ((HearthSearchHit *) hits->pdata[i])->date);
}

/* --- what may not be found --------------------------------------------------------- */

static void
test_denied (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add (house, "resident", "name_used", "Mali", "legal_name",
                                                         "Secretname", "strengths", "Baking bread", NULL);
  const HearthField *purpose = hearth_record_type_lookup_field (&hearth_consent_type, "purpose");
  const HearthField *given_by = hearth_record_type_lookup_field (&hearth_consent_type, "given_by");
  g_autoptr (HearthRecord) consent =
    hearth_test_house_add (house, "consent", "resident", hearth_record_get_id (mali), "purpose",
                           purpose->choices[0].code, "recipient", "Lighthouse office", "given_by",
                           given_by->choices[0].code, "valid_from", "2026-01-01", "valid_until", "2026-06-01",
                           NULL);

  assert_finds (house, "secretname", mali, NULL);
  assert_finds (house, "se", mali, NULL);
  assert_finds (house, "lighthouse", consent, NULL);
  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_add_person (house, "nurse", "nurse");
  hearth_test_house_add_person (house, "auditor", "auditor");

  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  assert_finds (house, "secretname", NULL);
  assert_finds (house, "se", NULL);
  assert_finds (house, "mali secretname", NULL);
  assert_finds (house, "lighthouse", NULL);
  assert_finds (house, "li", NULL);
  assert_finds (house, "baking mali", mali, NULL);
  hearth_test_house_open (house, "nurse", HEARTH_TEST_PASSWORD);
  assert_finds (house, "secretname", NULL);
  assert_finds (house, "baking", mali, NULL);
  hearth_test_house_open (house, "auditor", HEARTH_TEST_PASSWORD);
  assert_finds (house, "mali", NULL);
  assert_finds (house, "ma", NULL);
  assert_finds (house, "baking", NULL);
}

static void
test_sealed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali =
    hearth_test_house_add (house, "resident", "name_used", "Mali", "last_address", "Old harbour lane", NULL);

  assert_finds (house, "harbour", NULL);
  assert_finds (house, "mali harbour", NULL);
  assert_finds (house, "mali", mali, NULL);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM search_1 WHERE body LIKE '%harbour%'"), ==, 0);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM search_4 WHERE body LIKE '%harbour%'"), ==, 0);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM search_word WHERE word = 'harbour'"), ==, 0);
}

/** Fields that are marked for searching by mistake: what is sealed or a compartment's is never indexed. */
static void
test_never_indexed (void)
{
  static const HearthField fields[] = {
    { .name = "open", .kind = HEARTH_FIELD_TEXT, .searchable = true },
    { .name = "sealed", .kind = HEARTH_FIELD_SEALED, .searchable = true },
    { .name = "locked", .kind = HEARTH_FIELD_TEXT, .searchable = true, .compartment = "medical" },
    { .name = "high", .kind = HEARTH_FIELD_LONG_TEXT, .searchable = true, .tier = HEARTH_TIER_SEALED },
    { .name = "link", .kind = HEARTH_FIELD_LINK, .searchable = true },
    { .name = "unmarked", .kind = HEARTH_FIELD_TEXT },
  };
  static const HearthRecordType type = {
    .name = "test_search",
    .gtype_name = "HearthTestSearch",
    .tier = HEARTH_TIER_CARE,
    .code_prefix = "T",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
  };
  g_autoptr (HearthRecord) record = hearth_record_new (&type);
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      hearth_record_set (record, fields[i].name, fields[i].name);
      g_assert_true (hearth_search_takes_field (&type, &fields[i], HEARTH_SEARCH_ALL) == (i == 0));
      g_assert_true (hearth_search_takes_field (&type, &fields[i], HEARTH_SEARCH_NAMES) == (i == 0));
    }
  text = hearth_search_dup_text (record, HEARTH_TIER_SEALED, HEARTH_SEARCH_ALL);
  names = hearth_search_dup_text (record, HEARTH_TIER_SEALED, HEARTH_SEARCH_NAMES);
  g_assert_cmpstr (text, ==, "open");
  g_assert_cmpstr (names, ==, "open");
}

static void
test_changed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali =
    hearth_test_house_add (house, "resident", "name_used", "Mali", "aliases", "Butterfly", NULL);
  g_autoptr (HearthRecord) note = add_note (house, mali, "2026-02-03", "Flew a kite");

  hearth_record_set (note, "notes", "Planted beans");
  save (house, note);
  hearth_record_set (mali, "aliases", "");
  save (house, mali);
  assert_finds (house, "kite", NULL);
  assert_finds (house, "beans", note, NULL);
  assert_finds (house, "butterfly", NULL);
  assert_finds (house, "bu", NULL);

  /* The old words are gone from the index itself, not only left out. */
  g_assert_cmpint (ask (house, "SELECT count(*) FROM search_2 WHERE search_2 MATCH '\"kite\"'"), ==, 0);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM search_word WHERE word = 'butterfly'"), ==, 0);
  run (house, "CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, search_2, row)");
  g_assert_cmpint (ask (house, "SELECT count(*) FROM terms WHERE term = 'bea'"), ==, 1);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM terms WHERE term = 'kit'"), ==, 0);
  run (house, "INSERT INTO search_2 (search_2, rank) VALUES ('integrity-check', 0)");
}

static void
test_batch (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) taken_back = NULL;
  g_autoptr (HearthRecord) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_begin (house->store, &error));
  taken_back = add_note (house, mali, "2026-02-03", "Flew a kite");
  hearth_store_roll_back (house->store);
  assert_finds (house, "kite", NULL);

  g_assert_true (hearth_store_begin (house->store, &error));
  kept = add_note (house, mali, "2026-02-03", "Flew a kite");
  assert_finds (house, "kite", kept, NULL); /* before its end too */
  hearth_record_set (kept, "notes", "Planted beans");
  save (house, kept);
  g_assert_true (hearth_store_commit (house->store, &error));
  assert_finds (house, "kite", NULL);
  assert_finds (house, "beans", kept, NULL);
}

static void
test_in_error (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) note = add_note (house, mali, "2026-02-03", "Flew a kite");
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_mark_in_error (house->store, note, "Written for somebody else", &error));
  assert_finds (house, "kite", NULL);
}

/* --- what a hit shows ---------------------------------------------------------------- */

static char *
dup_snippet (HearthTestHouse *house, const char *words)
{
  g_autoptr (GPtrArray) hits = search (house, words, 5);

  g_assert_cmpuint (hits->len, ==, 1);
  return g_strdup (((HearthSearchHit *) hits->pdata[0])->snippet);
}

static void
test_snippets (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *before = g_strnfill (300, 'x');
  g_autofree char *long_text = g_strdup_printf ("%s then\nthe Élan came back\tand %s", before, before);
  g_autoptr (HearthRecord) note = add_note (house, mali, "2026-02-03", long_text);
  g_autoptr (HearthRecord) thai = add_note (house, mali, "2026-02-04",
                                            "หลังจากนั้นอ่านหนังสือและพักผ่อนจนถึงเย็นแล้วก็กินข้าวเย็นพร้อมกันทุกคนในบ้านหลังนี้วัน"
                                            "นี้ช่วยทำอาหารกับเพื่อนและเล่นน้ำในสวนอย่างมีความสุขมาก");
  g_autofree char *middle = dup_snippet (house, "elan");
  g_autofree char *thai_part = dup_snippet (house, "เล่นนํ้า");
  g_autofree char *title = dup_snippet (house, "mali");
  g_autoptr (GPtrArray) hits = search (house, "elan", 5);
  const HearthSearchHit *hit = hits->pdata[0];

  g_assert_nonnull (strstr (middle, "then the Élan came back and"));
  g_assert_true (g_str_has_prefix (middle, "…") && g_str_has_suffix (middle, "…"));
  g_assert_cmpint (g_utf8_strlen (middle, -1), <, 160);
  g_assert_nonnull (strstr (thai_part, "เล่นน้ำ"));
  g_assert_true (g_utf8_validate (thai_part, -1, NULL));
  g_assert_cmpstr (title, ==, "");
  g_assert_cmpstr (hit->resident, ==, hearth_record_get_id (mali));
  g_assert_cmpstr (hit->resident_title, ==, "Mali");
  g_assert_cmpstr (hit->date, ==, "2026-02-03");
  g_assert_true (hit->type == &hearth_daily_log_type);
}

/* --- lists and audit ----------------------------------------------------------------- */

static void
test_rows (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali =
    hearth_test_house_add (house, "resident", "name_used", "Mali", "legal_name", "Secretname", NULL);
  g_autoptr (HearthRecord) note = add_note (house, mali, "2026-02-03", "Mali flew a kite");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = hearth_search_find_rows (house->store, "mali", 0, &error);
  g_autoptr (GArray) one = NULL, other = NULL, by_start = NULL, hidden = NULL;
  gint64 first, last;

  g_assert_cmpuint (all->len, ==, 2);
  first = g_array_index (all, gint64, 0);
  last = g_array_index (all, gint64, 1);
  g_assert_cmpint (first, <, last);
  one = hearth_search_find_rows (house->store, "kite", last, &error);
  other = hearth_search_find_rows (house->store, "kite", first, &error);
  by_start = hearth_search_find_rows (house->store, "ma", 0, &error);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (other->len, ==, 0);
  g_assert_cmpuint (by_start->len, ==, 1);

  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  hidden = hearth_search_find_rows (house->store, "secretname", 0, &error);
  g_assert_cmpuint (hidden->len, ==, 0);
  g_assert_no_error (error);
}

static void
test_clinical_leaves_a_row (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  static const char count[] = "SELECT count(*) FROM audit WHERE action = 'search'";

  assert_finds (house, "mali", mali, NULL);
  g_assert_cmpint (ask (house, count), ==, 0);

  /* No type of this version has clinical text: the index is told that this one has. */
  run (house, "UPDATE search_name SET rowid = (rowid / 8) * 8 + 4");
  assert_finds (house, "mal", mali, NULL);
  g_assert_cmpint (ask (house, count), ==, 1);
  /* Typing on is the same search. */
  assert_finds (house, "mali", mali, NULL);
  g_assert_cmpint (ask (house, count), ==, 1);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM audit, record_index ON reason = record_index.id "
                               "WHERE action = 'search'"),
                   ==, 1);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM audit WHERE reason LIKE '%mali%'"), ==, 0);
}

static void
test_closed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (GError) error = NULL;

  hearth_store_close (house->store);
  g_assert_null (hearth_store_search (house->store, "mali", 5, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/search/normalise/same", test_normalise_same);
  g_test_add_func ("/search/normalise/apart", test_normalise_apart);
  g_test_add_func ("/search/normalise/twice", test_normalise_twice);
  g_test_add_func ("/search/scripts", test_scripts);
  g_test_add_func ("/search/short-words", test_short_words);
  g_test_add_func ("/search/operators", test_operators);
  g_test_add_func ("/search/all-words", test_all_words);
  g_test_add_func ("/search/order-and-limit", test_order_and_limit);
  g_test_add_func ("/search/many", test_many);
  g_test_add_func ("/search/denied", test_denied);
  g_test_add_func ("/search/sealed", test_sealed);
  g_test_add_func ("/search/never-indexed", test_never_indexed);
  g_test_add_func ("/search/changed", test_changed);
  g_test_add_func ("/search/batch", test_batch);
  g_test_add_func ("/search/in-error", test_in_error);
  g_test_add_func ("/search/snippets", test_snippets);
  g_test_add_func ("/search/rows", test_rows);
  g_test_add_func ("/search/clinical-leaves-a-row", test_clinical_leaves_a_row);
  g_test_add_func ("/search/closed", test_closed);
  return g_test_run ();
}
