/* SPDX-License-Identifier: GPL-3.0-or-later
 * What no report may ever say, looked for in every report about every resident of an invented house with forty: names of
 * other residents and of the resident's people, where the house and the schools are, process notes and all that is sealed.
 */
#define G_LOG_DOMAIN "hearth-tests"

#include "config.h"

#include "demo/demo.h"
#include "fixtures/fixtures.h"
#include "records/registry.h"
#include "records/types.h"
#include "report/paginate.h"
#include "report/pdf.h"
#include "report/report-kind.h"
#include "rules/house-policy.h"
#include "vault/vault.h"

#include <glib/gstdio.h>
#include <string.h>

#define RESIDENTS 40
#define MONTHS 2
/* Of so many residents one is also read from the PDF. */
#define EVERY 10

typedef struct {
  char *folder;
  HearthClock *clock;
  HearthDemoResult *result;
  HearthKeyring *keyring;
  HearthStore *store;
  GPtrArray *names;  /* of Name */
  GPtrArray *sealed; /* of char *, without white space */
  char *staff;       /* names of colleagues: two people may be called the same */
} Demo;

/** @resident: whose; @person: of their people, not of themselves; @word: finds it as whole words */
typedef struct {
  char *resident;
  char *name;
  bool person;
  GRegex *word;
} Name;

/* --- The house --- */

static void
name_free (Name *name)
{
  g_free (name->resident);
  g_free (name->name);
  g_regex_unref (name->word);
  g_free (name);
}

static void
close_demo (Demo *demo)
{
  if (demo->store)
    hearth_store_close (demo->store);
  g_clear_object (&demo->store);
  g_clear_object (&demo->keyring);
}

static void
sign_in (Demo *demo, const char *role)
{
  g_autoptr (HearthHousePolicy) policy = hearth_house_policy_new ();
  g_autoptr (GError) error = NULL;

  close_demo (demo);
  for (unsigned int i = 0; i < demo->result->accounts->len && !demo->keyring; i++)
    {
      const HearthDemoAccount *account = demo->result->accounts->pdata[i];

      if (g_str_equal (account->role, role))
        demo->keyring = hearth_vault_unlock (demo->folder, account->user, account->password, &error);
      g_assert_no_error (error);
    }
  g_assert_nonnull (demo->keyring);
  demo->store = hearth_store_open (demo->folder, demo->keyring, HEARTH_POLICY (policy), demo->clock, &error);
  g_assert_no_error (error);
  hearth_house_policy_set_store (policy, demo->store);
}

static Demo *
demo_new (void)
{
  Demo *demo = g_new0 (Demo, 1);
  HearthDemoOptions options = { .residents = RESIDENTS, .months = MONTHS, .seed = HEARTH_DEMO_SEED };
  g_autoptr (GError) error = NULL;

  demo->folder = hearth_test_folder_new ();
  demo->clock = hearth_test_clock_new ();
  demo->names = g_ptr_array_new_with_free_func ((GDestroyNotify) name_free);
  demo->sealed = g_ptr_array_new_with_free_func (g_free);
  options.clock = demo->clock;
  options.cost = hearth_key_cost_for_tests ();
  demo->result = hearth_demo_create (demo->folder, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  return demo;
}

static void
demo_free (Demo *demo)
{
  close_demo (demo);
  g_ptr_array_unref (demo->names);
  g_ptr_array_unref (demo->sealed);
  g_free (demo->staff);
  g_object_unref (demo->clock);
  hearth_demo_result_free (demo->result);
  hearth_test_folder_remove (demo->folder);
  g_free (demo);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Demo, demo_free)

static GListModel *
list (Demo *demo, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);

  return hearth_store_list (demo->store, query, NULL);
}

/* --- What must not be there --- */

static char *
without_space (const char *text)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        g_string_append_unichar (letters, g_utf8_get_char (at));
    }
  return g_string_free_and_steal (g_steal_pointer (&letters));
}

static void
add_name (Demo *demo, const char *resident, const char *words, bool person)
{
  g_auto (GStrv) names = g_strsplit_set (words, ",;/\n", -1);

  for (char **one = names; *one; one++)
    {
      g_autofree char *plain = g_regex_escape_string (g_strstrip (*one), -1);
      g_autofree char *pattern = g_strdup_printf ("(?<![\\p{L}\\p{M}])%s(?![\\p{L}\\p{M}])", plain);
      Name *name;

      if (g_utf8_strlen (*one, -1) < 3)
        continue;
      name = g_new0 (Name, 1);
      name->resident = g_strdup (resident);
      name->name = g_strdup (*one);
      name->person = person;
      name->word = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
      g_ptr_array_add (demo->names, name);
    }
}

static bool
is_professional (HearthRecord *contact)
{
  const char *relation = hearth_record_get (contact, "relation");

  return g_str_equal (relation, "lawyer") || g_str_equal (relation, "social_worker");
}

/* Every field that holds a name of a resident; the people around them; their schools. */
static void
find_names (Demo *demo, const HearthRecordType *type, const char *field, bool person)
{
  g_autoptr (GListModel) records = list (demo, type);

  for (unsigned int i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);
      const char *resident =
        type == &hearth_resident_type ? hearth_record_get_id (record) : hearth_record_get_resident (record);

      if (type != &hearth_contact_type || !is_professional (record))
        add_name (demo, resident, hearth_record_get (record, field), person);
    }
}

static void
find_sealed (Demo *demo)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int t = 0; t < n_types; t++)
    {
      for (unsigned int f = 0; f < types[t]->n_fields; f++)
        {
          g_autoptr (GListModel) records = NULL;

          if (types[t]->fields[f].kind != HEARTH_FIELD_SEALED)
            continue;
          records = list (demo, types[t]);
          for (unsigned int i = 0; records && i < g_list_model_get_n_items (records); i++)
            {
              g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);
              g_autoptr (HearthRecord) whole =
                hearth_store_load (demo->store, hearth_record_get_id (record), NULL);
              const char *value = whole ? hearth_record_get (whole, types[t]->fields[f].name) : "";

              if (g_utf8_strlen (value, -1) >= 8)
                g_ptr_array_add (demo->sealed, without_space (value));
            }
        }
    }
}

static void
find_staff (Demo *demo)
{
  g_autoptr (GListModel) accounts = list (demo, &hearth_account_type);
  g_autoptr (GString) names = g_string_new (NULL);

  for (unsigned int i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);

      g_string_append_printf (names, "%s\n", hearth_record_get (account, "name"));
    }
  demo->staff = g_string_free_and_steal (g_steal_pointer (&names));
}

static void
find_forbidden (Demo *demo)
{
  static const char *const readers[] = { "counsellor", "nurse", "legal-officer", "director" };
  HearthRecord *house;

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      sign_in (demo, readers[i]);
      find_sealed (demo);
    }
  for (unsigned int i = 0; i < hearth_resident_type.n_fields; i++)
    {
      if (hearth_resident_type.fields[i].names_person)
        find_names (demo, &hearth_resident_type, hearth_resident_type.fields[i].name, false);
    }
  find_names (demo, &hearth_identity_document_type, "name_on_it", false);
  find_names (demo, &hearth_contact_type, "name", true);
  find_names (demo, &hearth_enrolment_type, "school", true);
  find_staff (demo);
  house = hearth_store_get_house (demo->store);
  add_name (demo, "", hearth_record_get (house, "letter_phone"), true);
  g_assert_true (hearth_record_has (house, "letter_address"));
  g_ptr_array_add (demo->sealed, without_space (hearth_record_get (house, "letter_address")));
  g_assert_cmpuint (demo->names->len, >, 3 * RESIDENTS);
  g_assert_cmpuint (demo->sealed->len, >, 3);
}

/* --- Somebody types all of it --- */

static HearthRecord *
save_new (Demo *demo, const HearthRecordType *type, HearthRecord *resident, const char *const *pairs)
{
  g_autoptr (HearthRecord) record = hearth_record_new (type);
  g_autoptr (GError) error = NULL;

  hearth_record_set (record, "resident", hearth_record_get_id (resident));
  for (; *pairs; pairs += 2)
    hearth_record_set (record, pairs[0], pairs[1]);
  hearth_store_save (demo->store, record, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&record);
}

/* Every name, the address and the telephone, as sentences that reports let through. */
static void
plant (Demo *demo, HearthRecord *resident)
{
  HearthRecord *house = hearth_store_get_house (demo->store);
  g_autofree char *today = hearth_clock_today (demo->clock);
  g_autoptr (GString) words = g_string_new ("Heard of");
  g_autoptr (HearthRecord) legal_case = NULL, text = NULL, contribution = NULL;

  for (unsigned int i = 0; i < demo->names->len; i++)
    g_string_append_printf (words, " %s,", ((Name *) demo->names->pdata[i])->name);
  g_string_append_printf (words, "\n%s\n%s", hearth_record_get (house, "letter_address"),
                          hearth_record_get (house, "letter_phone"));
  legal_case =
    save_new (demo, &hearth_legal_case_type, resident,
              (const char *const[]) { "kind", "criminal", "stage", "trial", "opened_on", today, NULL });
  text = save_new (demo, &hearth_court_report_type, resident,
                   (const char *const[]) { "legal_case", hearth_record_get_id (legal_case), "date", today,
                                           "situation", words->str, "views", words->str, "recommendations",
                                           words->str, NULL });
  contribution = save_new (demo, &hearth_contribution_type, resident,
                           (const char *const[]) { "date", today, "part", "needs", "uses", "court progress",
                                                   "text", words->str, NULL });
}

/* --- Reading the reports --- */

static void
collect_cb (char **text, gpointer user_data)
{
  g_string_append_printf (user_data, "%s\n", *text);
}

static char *
read_document (HearthDocument *document)
{
  GString *text = g_string_new (NULL);

  hearth_document_foreach_text (document, collect_cb, text);
  return g_string_free_and_steal (text);
}

static char *
read_pdf (Demo *demo, HearthPages *pages)
{
  g_autofree char *path = g_build_filename (demo->folder, "paper.pdf", NULL);
  const char *const arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  hearth_pdf_write (pages, path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return text;
}

/* Whether the report @kind about @resident may say @name: their own, where it is told; one that a colleague has, too. */
static bool
may_say (Demo *demo, const char *kind, const Name *name, const char *own)
{
  bool is_own = g_regex_match (name->word, own, 0, NULL);

  if (g_regex_match (name->word, demo->staff, 0, NULL))
    return true;
  if (g_str_equal (kind, "court"))
    return false;
  return is_own || (name->person && g_str_equal (kind, "court-preparation"));
}

static void
assert_silent (Demo *demo, HearthRecord *resident, const char *kind, const char *text, const char *own)
{
  g_autofree char *letters = without_space (text);
  const char *pseudonym = hearth_record_get (resident, "pseudonym");

  for (unsigned int i = 0; i < demo->sealed->len; i++)
    {
      if (strstr (letters, demo->sealed->pdata[i]))
        g_error ("%s of %s: %s", kind, hearth_record_get (resident, "code"), (char *) demo->sealed->pdata[i]);
    }
  for (unsigned int i = 0; i < demo->names->len; i++)
    {
      const Name *name = demo->names->pdata[i];

      if (g_str_equal (name->name, pseudonym) || may_say (demo, kind, name, own))
        continue;
      if (g_regex_match (name->word, text, 0, NULL))
        g_error ("%s of %s: %s", kind, hearth_record_get (resident, "code"), name->name);
    }
}

/* All names of @resident, also those that who prints may not read. */
static char *
collect_own (Demo *demo, HearthRecord *resident)
{
  GString *own = g_string_new (NULL);

  for (unsigned int i = 0; i < demo->names->len; i++)
    {
      const Name *name = demo->names->pdata[i];

      if (!name->person && g_str_equal (name->resident, hearth_record_get_id (resident)))
        g_string_append_printf (own, "%s\n", name->name);
    }
  return g_string_free_and_steal (own);
}

static void
check_reports (Demo *demo, HearthRecord *resident, bool from_pdf)
{
  static const char *const kinds[] = { "court", "court-preparation", "progress" };
  HearthReportOptions options = { .language = "en" };
  g_autofree char *own = collect_own (demo, resident);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthDocument) document =
        hearth_report_build (hearth_report_kind_lookup (kinds[i]), demo->store, resident, &options, &error);
      g_autofree char *text = NULL, *printed = NULL;
      g_autoptr (HearthPages) pages = NULL;

      g_assert_no_error (error);
      text = read_document (document);
      g_assert_cmpuint (strlen (text), >, 200);
      assert_silent (demo, resident, kinds[i], text, own);
      if (!from_pdf)
        continue;
      pages = hearth_pages_new (document);
      printed = read_pdf (demo, pages);
      g_assert_nonnull (strstr (printed, document->title));
      assert_silent (demo, resident, kinds[i], printed, own);
    }
}

static void
check_residents (Demo *demo, const char *reader, unsigned int every)
{
  g_autoptr (GListModel) residents = NULL;
  bool director = g_str_equal (reader, "director");

  sign_in (demo, reader);
  residents = list (demo, &hearth_resident_type);
  g_assert_cmpuint (g_list_model_get_n_items (residents), ==, RESIDENTS);
  for (unsigned int i = 0; i < RESIDENTS; i += every)
    {
      g_autoptr (HearthRecord) resident = g_list_model_get_item (residents, i);

      if (director && i % EVERY == 0)
        plant (demo, resident);
      check_reports (demo, resident, director && i % EVERY == 0);
    }
}

/* The director reads most; the counsellor can open process notes, and lets nothing of them out. */
static void
test_forbidden (void)
{
  g_autoptr (Demo) demo = demo_new ();

  find_forbidden (demo);
  g_test_message ("%u names, %u sealed", demo->names->len, demo->sealed->len);
  check_residents (demo, "director", 1);
  check_residents (demo, "counsellor", 4);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/forbidden", test_forbidden);
  return g_test_run ();
}
