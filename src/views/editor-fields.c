/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a form needs to know of its fields and cannot know of itself: records to link to, names of files, what this person may
 * not change, and which questions are asked only after another was answered.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/editor-fields.h"

#include "core/value.h"
#include "records/registry.h"
#include "store/attachment.h"
#include "views/record-kinds.h"

/* ---- Questions that follow another ---- */

/**
 * Of records of @type the questions @asked are there once @question is answered with one of @codes (NULL first: with
 * anything).
 */
typedef struct {
  const char *type;
  const char *question;
  const char *codes[4];
  const char *asked[8];
} FollowUp;

static const FollowUp follow_ups[] = {
  { "incident",
    "intervention",
    { "yes" },
    { "intervention_kind", "intervention_minutes", "intervention_by", "intervention_why",
      "intervention_view" } },
  { "incident", "emergency", { NULL }, { "emergency_reference" } },
};

/** What is asked of a record, or known of it, only once it was saved. */
typedef struct {
  const char *type;
  const char *fields[8];
} Later;

static const Later laters[] = {
  { "allegation", { "steps", "told_outside", "outside", "outcome", "closed_on" } },
  { "incident", { "code" } },
  { "complaint", { "answer", "answered_on", "content", "outside", "closed_on" } },
  { "notification", { "done_at", "done_by", "how", "reference", "answer" } },
};

static void
put_off (HearthRecordForm *form, HearthRecord *record)
{
  const char *type = hearth_record_get_record_type (record)->name;

  for (gsize i = 0; i < G_N_ELEMENTS (laters); i++)
    for (const char *const *field = laters[i].fields; g_str_equal (laters[i].type, type) && *field != NULL;
         field++)
      hearth_record_form_set_field_visible (form, *field, false);
}

/* What is typed or chosen in @field by now. Transfer full. */
static char *
dup_answer (HearthRecordForm *form, GHashTable *typed, const char *field)
{
  const char *text = g_hash_table_lookup (typed, field);

  return g_strdup (text != NULL ? text : hearth_record_get (hearth_record_form_get_record (form), field));
}

static bool
is_asked (HearthRecordForm *form, GHashTable *typed, const FollowUp *follow_up)
{
  g_autofree char *answer = dup_answer (form, typed, follow_up->question);

  return follow_up->codes[0] == NULL ? *answer != '\0' : g_strv_contains (follow_up->codes, answer);
}

/* What holds an answer stays to be seen, so that nothing is saved that nobody sees. */
static void
ask_what_follows (HearthRecordForm *form)
{
  const char *type = hearth_record_get_record_type (hearth_record_form_get_record (form))->name;
  g_autoptr (GHashTable) typed = NULL;

  if (!hearth_record_form_get_editable (form))
    return;
  typed = hearth_record_form_dup_values (form);
  for (gsize i = 0; i < G_N_ELEMENTS (follow_ups); i++)
    {
      bool asked;

      if (!g_str_equal (follow_ups[i].type, type))
        continue;
      asked = is_asked (form, typed, &follow_ups[i]);
      for (const char *const *field = follow_ups[i].asked; *field != NULL; field++)
        {
          g_autofree char *answer = dup_answer (form, typed, *field);

          hearth_record_form_set_field_visible (form, *field, asked || *answer != '\0');
        }
    }
}

/* ---- Links and files ---- */

static void
set_up_link (HearthRecordForm *form, HearthStore *store, const HearthField *field, const char *resident)
{
  const HearthRecordType *target = hearth_records_lookup_type (field->link_type);
  const HearthRecordKind *kind = hearth_record_kind_get (target);
  g_autoptr (HearthQuery) query = hearth_query_new (target);
  g_autoptr (GListModel) records = NULL;
  g_autoptr (GError) error = NULL;

  if (target->owner == HEARTH_OWNER_RESIDENT)
    hearth_query_set_resident (query, resident);
  if (kind->sort != NULL)
    hearth_query_set_sort (query, kind->sort, false);
  records = hearth_store_list (store, query, &error);
  if (records != NULL)
    hearth_record_form_set_link_model (form, field->name, records);
  else if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Records to link to cannot be listed: %s", error->message);
}

static void
set_up_attachment (HearthRecordForm *form, HearthStore *store, HearthRecord *record, const HearthField *field)
{
  const char *id = hearth_record_get (record, field->name);
  g_autoptr (HearthAttachment) attachment = NULL;

  if (*id == '\0')
    return;
  attachment = hearth_store_lookup_attachment (store, id, NULL);
  if (attachment != NULL)
    hearth_record_form_set_attachment (form, field->name, id, attachment->name);
}

/* ---- What a record was begun with ---- */

/* A day and an hour too: when something was told stays as it was, however late one goes on writing. */
static bool
is_begun_with (const HearthField *field)
{
  return field->section == NULL || field->kind == HEARTH_FIELD_LINK || field->kind == HEARTH_FIELD_LINKS ||
         field->kind == HEARTH_FIELD_CHOICE || field->kind == HEARTH_FIELD_DATE ||
         field->kind == HEARTH_FIELD_DATE_TIME;
}

/* What was typed is read when the form is checked; a day or an hour as it was begun is canonical. */
static bool
is_typed (const HearthField *field, const char *value)
{
  g_autofree char *canonical = NULL;

  return (field->kind == HEARTH_FIELD_DATE || field->kind == HEARTH_FIELD_DATE_TIME) &&
         (hearth_value_read (field, value, -1, &canonical) != HEARTH_PROBLEM_NONE ||
          !g_str_equal (canonical, value));
}

void
hearth_editor_fields_add_begun (HearthRecord *base, GHashTable *values)
{
  const HearthRecordType *type = hearth_record_get_record_type (base);

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];

      if (is_begun_with (field) && field->kind != HEARTH_FIELD_COMPUTED &&
          hearth_record_has (base, field->name) && !g_hash_table_contains (values, field->name))
        g_hash_table_insert (values, g_strdup (field->name),
                             g_strdup (hearth_record_get (base, field->name)));
    }
}

void
hearth_editor_fields_take_begun (HearthRecord *record, GHashTable *values)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];
      const char *value = g_hash_table_lookup (values, field->name);

      if (value != NULL && is_begun_with (field) && field->kind != HEARTH_FIELD_COMPUTED &&
          !is_typed (field, value))
        hearth_record_set (record, field->name, value);
    }
}

/* ---- Public ---- */

void
hearth_editor_fields_set_up (HearthRecordForm *form,
                             HearthStore *store,
                             HearthRecord *record,
                             const char *resident)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  HearthPolicy *policy = hearth_store_get_policy (store);

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];

      if (field->kind == HEARTH_FIELD_LINK || field->kind == HEARTH_FIELD_LINKS)
        set_up_link (form, store, field, resident);
      else if (field->kind == HEARTH_FIELD_ATTACHMENT)
        set_up_attachment (form, store, record, field);
      if (!hearth_policy_may_write (policy, type, field, resident))
        hearth_record_form_set_field_editable (form, field->name, false);
    }
  if (hearth_record_get_revision (record) == 0)
    put_off (form, record);
  ask_what_follows (form);
  g_signal_connect (form, "edited", G_CALLBACK (ask_what_follows), NULL);
  /* A draft is put into the form without being typed. */
  g_signal_connect (form, "notify::changed", G_CALLBACK (ask_what_follows), NULL);
}
