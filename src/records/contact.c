/* SPDX-License-Identifier: GPL-3.0-or-later
 * A person in a resident's life: family and others, who is safe to call and who must not have contact.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice relations[] = {
  { "mother", N_ ("Mother") },
  { "father", N_ ("Father") },
  { "step_parent", N_ ("Step-parent") },
  { "sister", N_ ("Sister") },
  { "brother", N_ ("Brother") },
  { "sibling", N_ ("Brother or sister") },
  { "grandparent", N_ ("Grandparent") },
  { "aunt_or_uncle", N_ ("Aunt or uncle") },
  { "cousin", N_ ("Cousin") },
  { "child", N_ ("Own child") },
  { "partner", N_ ("Partner") },
  { "former_partner", N_ ("Former partner") },
  { "guardian", N_ ("Guardian") },
  { "friend", N_ ("Friend") },
  { "teacher", N_ ("Teacher") },
  { "social_worker", N_ ("Social worker") },
  { "lawyer", N_ ("Lawyer") },
  { "employer", N_ ("Employer") },
  { "other", N_ ("Other") },
  { "not_said", N_ ("Not said") },
  { NULL },
};

static const HearthChoice safe_to_call[] = {
  { "yes", N_ ("Yes") },
  { "with_care", N_ ("Only as written below") },
  { "no", N_ ("No") },
  { "lives_here", N_ ("Lives in this house") },
  { "not_known", N_ ("Not known") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "name",
    .label = N_ ("Name"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_TEXT,
    .required = true,
    .searchable = true,
    .list_column = true,
    .names_person = true,
    .since = 1 },
  { .name = "relation",
    .label = N_ ("Is the resident’s"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = relations,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 1 },
  { .name = "also_here",
    .label = N_ ("Lives here too, as"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "resident",
    .since = 1 },
  { .name = "languages",
    .label = N_ ("Languages"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 1 },
  { .name = "trusted",
    .label = N_ ("A person the resident trusts"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 1 },
  { .name = "wish",
    .label = N_ ("What the resident wants, in own words"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .since = 1 },

  { .name = "safe_to_call",
    .label = N_ ("Safe to call"),
    .section = N_ ("Calling"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = safe_to_call,
    .required = true,
    .list_column = true,
    .filter = true,
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "phone",
    .label = N_ ("Phone"),
    .section = N_ ("Calling"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .list_column = true,
    .since = 1 },
  { .name = "call_hours",
    .label = N_ ("When to call"),
    .section = N_ ("Calling"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 1 },
  { .name = "say_we_are",
    .label = N_ ("Say we are"),
    .section = N_ ("Calling"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("What to say when somebody else answers."),
    .since = 1 },
  { .name = "emergency",
    .label = N_ ("Call in an emergency"),
    .section = N_ ("Calling"),
    .kind = HEARTH_FIELD_YES_NO,
    .since = 1 },

  { .name = "no_contact",
    .label = N_ ("Must not have contact"),
    .section = N_ ("No contact"),
    .kind = HEARTH_FIELD_YES_NO,
    .filter = true,
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "no_contact_since",
    .label = N_ ("Since"),
    .section = N_ ("No contact"),
    .kind = HEARTH_FIELD_DATE,
    .since = 1 },
  { .name = "no_contact_order",
    .label = N_ ("Order number"),
    .section = N_ ("No contact"),
    .kind = HEARTH_FIELD_TEXT,
    .tier = HEARTH_TIER_CASE,
    .since = 1 },
  { .name = "no_contact_reason",
    .label = N_ ("Reason"),
    .section = N_ ("No contact"),
    .kind = HEARTH_FIELD_SEALED,
    .compartment = "legal",
    .max_length = 5000,
    .sensitive = true,
    .tier = HEARTH_TIER_SEALED,
    .since = 1 },
};

static char *
make_title (HearthRecord *contact)
{
  return g_strdup (hearth_record_get (contact, "name"));
}

static char *
make_subtitle (HearthRecord *contact)
{
  /* What must be known before anybody reaches for the telephone, the gravest first. */
  static const struct {
    const char *field, *code, *words;
  } warnings[] = {
    { "no_contact", "yes", N_ ("must not have contact") },
    { "safe_to_call", "no", N_ ("not safe to call") },
    { "safe_to_call", "with_care", N_ ("call only as written") },
    { "safe_to_call", "not_known", N_ ("not known whether safe to call") },
  };
  g_autofree char *relation =
    hearth_record_format (contact, hearth_record_type_lookup_field (&hearth_contact_type, "relation"), "");

  for (gsize i = 0; i < G_N_ELEMENTS (warnings); i++)
    if (g_str_equal (hearth_record_get (contact, warnings[i].field), warnings[i].code))
      return g_strdup_printf ("%s · %s", relation, _ (warnings[i].words));
  return g_steal_pointer (&relation);
}

static void
validate (HearthRecord *contact, const char *today, GPtrArray *problems)
{
  if (hearth_record_is_yes (contact, "no_contact") &&
      g_str_equal (hearth_record_get (contact, "safe_to_call"), "yes"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "safe_to_call",
                         N_ ("Somebody who must not have contact cannot be safe to call."));
  if (hearth_record_is_yes (contact, "no_contact") && hearth_record_is_yes (contact, "emergency"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "emergency",
                         N_ ("Somebody who must not have contact cannot be called in an emergency."));
}

const HearthRecordType hearth_contact_type = {
  .name = "contact",
  .gtype_name = "HearthContact",
  .label = N_ ("Person"),
  .label_plural = N_ ("People"),
  .label_new = N_ ("New person"),
  .icon_name = "system-users-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
