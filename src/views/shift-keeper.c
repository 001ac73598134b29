/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saves the entries of a shift as they are filled in: each when its row is left, or two seconds after the first change.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/shift-keeper.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/record-diff.h"
#include "core/value.h"
#include "records/problem-text.h"
#include "records/types.h"
#include "store/draft.h"
#include "views/conflict.h"
#include "views/tell.h"

/* Together with the time a save takes: at most two seconds after the first key. */
#define DELAY_MS 1500

typedef struct {
  HearthShiftLine *line;
  HearthRecord *stored; /* or NULL */
  HearthRecord *base;   /* the entry as it was when last saved or loaded */
  HearthDraft *draft;   /* or NULL: words that are being typed */
  char *held;           /* translated: why it is not saved by itself; NULL when it is */
  bool dirty;
} Kept;

struct _HearthShiftKeeper {
  GObject parent_instance;

  /* Borrowed */
  GtkWidget *near;

  /* Owned */
  HearthStore *store;
  GPtrArray *kept; /* of Kept */
  char *problem;
  char *late_reason;
  guint save_source;
  guint draft_source;
  bool is_saving;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthShiftKeeper, hearth_shift_keeper, G_TYPE_OBJECT)

/* ---- Helpers ---- */

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_object (&kept->line);
  g_clear_object (&kept->stored);
  g_clear_object (&kept->base);
  g_clear_pointer (&kept->draft, hearth_draft_free);
  g_free (kept->held);
  g_free (kept);
}

static Kept *
lookup (HearthShiftKeeper *self, HearthShiftLine *line)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = g_ptr_array_index (self->kept, i);

      if (kept->line == line)
        return kept;
    }
  return NULL;
}

static HearthRecord *
get_entry (const Kept *kept)
{
  return hearth_shift_line_get_entry (kept->line);
}

static bool
is_new (const Kept *kept)
{
  return hearth_record_get_revision (get_entry (kept)) == 0;
}

static char *
describe_saved (HearthRecord *entry)
{
  /* What was saved once was not changed since. */
  const char *saved_at =
    hearth_record_get (entry, hearth_record_has (entry, "changed_at") ? "changed_at" : "created_at");
  g_autofree char *time = hearth_instant_format (saved_at);

  /* Translators: a day and time */
  return g_strdup_printf (_ ("Saved %s"), time);
}

static char *
describe_signed (HearthShiftKeeper *self, HearthRecord *entry)
{
  g_autofree char *time = hearth_instant_format (hearth_record_get (entry, "changed_at"));
  g_autofree char *person =
    hearth_store_dup_link_title (self->store, hearth_record_get (entry, "changed_by"));

  /* Translators: a person, and a day and time */
  return g_strdup_printf (_ ("Signed by %s, %s"), person, time);
}

static void
show_state (HearthShiftKeeper *self, const Kept *kept)
{
  HearthRecord *entry = get_entry (kept);
  g_autofree char *words = NULL;

  if (kept->held != NULL)
    hearth_shift_line_set_state (kept->line, HEARTH_SHIFT_LINE_PROBLEM, kept->held);
  else if (kept->dirty)
    hearth_shift_line_set_state (kept->line, HEARTH_SHIFT_LINE_UNSAVED, _ ("Not saved yet"));
  else if (is_new (kept))
    hearth_shift_line_set_state (kept->line, HEARTH_SHIFT_LINE_EMPTY, _ ("Nothing is written yet"));
  else if (hearth_record_is_open (entry))
    {
      words = describe_saved (entry);
      hearth_shift_line_set_state (kept->line, HEARTH_SHIFT_LINE_SAVED, words);
    }
  else
    {
      words = describe_signed (self, entry);
      hearth_shift_line_set_state (kept->line, HEARTH_SHIFT_LINE_SIGNED, words);
    }
}

static void
throw_draft_away (HearthShiftKeeper *self, Kept *kept)
{
  g_autoptr (GError) error = NULL;

  if (kept->draft == NULL)
    return;
  if (kept->draft->saved_at != NULL && !hearth_store_discard_draft (self->store, kept->draft->id, &error))
    g_warning ("A draft could not be discarded: %s", error->message);
  g_clear_pointer (&kept->draft, hearth_draft_free);
}

/* ---- Two people on one entry ---- */

/* Field name → value, of what was changed here since it was saved or loaded. */
static GHashTable *
dup_typed (const Kept *kept)
{
  g_autoptr (GPtrArray) fields = hearth_record_diff (kept->base, get_entry (kept));
  GHashTable *typed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < fields->len; i++)
    {
      const HearthField *field = g_ptr_array_index (fields, i);

      if (!hearth_field_is_base (field))
        g_hash_table_insert (typed, (gpointer) field->name,
                             g_strdup (hearth_record_get (get_entry (kept), field->name)));
    }
  return typed;
}

/* The other person's version with what was typed here on top; whether both wrote into one field. */
static bool
put_typed_on_top (Kept *kept, HearthRecord *current)
{
  g_autoptr (GHashTable) typed = dup_typed (kept);
  GHashTableIter iter;
  gpointer name, value;
  bool overlaps = false;

  g_hash_table_iter_init (&iter, typed);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const char *theirs = hearth_record_get (current, name);

      overlaps = overlaps || (!g_str_equal (theirs, value) &&
                              !g_str_equal (theirs, hearth_record_get (kept->base, name)));
    }
  hearth_record_assign (get_entry (kept), current);
  g_set_object (&kept->stored, current);
  g_clear_object (&kept->base);
  kept->base = hearth_record_copy (current);
  g_hash_table_iter_init (&iter, typed);
  while (g_hash_table_iter_next (&iter, &name, &value))
    hearth_record_set (get_entry (kept), name, value);
  kept->dirty = g_hash_table_size (typed) > 0;
  return overlaps;
}

static bool save (HearthShiftKeeper *self, Kept *kept);

/* Somebody signed it meanwhile: it stays as it is, and what was typed here is told, to be added below it. */
static void
give_way (HearthShiftKeeper *self, Kept *kept, HearthRecord *current)
{
  g_autoptr (GPtrArray) fields = hearth_record_diff (kept->base, get_entry (kept));
  g_autoptr (GString) words = g_string_new (_ ("It stays as it was signed. Choose “Add to it” in the menu of "
                                               "the row for what you typed:"));

  for (guint i = 0; i < fields->len; i++)
    {
      const HearthField *field = g_ptr_array_index (fields, i);
      g_autofree char *value = hearth_record_format (get_entry (kept), field, "");

      if (!hearth_field_is_base (field) && *value != '\0')
        g_string_append_printf (words, "\n• %s: %s", _ (field->label), value);
    }
  hearth_record_assign (get_entry (kept), current);
  g_set_object (&kept->stored, current);
  g_clear_object (&kept->base);
  kept->base = hearth_record_copy (current);
  kept->dirty = false;
  g_clear_pointer (&kept->held, g_free);
  hearth_shift_line_set_editable (kept->line, false);
  show_state (self, kept);
  hearth_tell (self->near, _ ("Signed meanwhile"), words->str);
}

/* Where they wrote into other fields, both are kept without a question. */
static bool
put_together (HearthShiftKeeper *self, Kept *kept, HearthRecord *current)
{
  g_autoptr (HearthRecord) before = g_object_ref (kept->base);
  g_autofree char *words = NULL;

  if (!hearth_record_is_open (current))
    {
      give_way (self, kept, current);
      return true;
    }
  if (!put_typed_on_top (kept, current))
    return save (self, kept);
  words = hearth_conflict_describe (self->store, before, current);
  g_set_str (&kept->held, _ ("Somebody else wrote here too. Look it over and save with Ctrl+S."));
  show_state (self, kept);
  hearth_tell (self->near, _ ("Changed meanwhile"), words);
  return false;
}

/* ---- Saving ---- */

static void
tell_problem (HearthShiftKeeper *self, Kept *kept, const GError *error, GPtrArray *problems)
{
  g_autofree char *sentence = NULL;

  if (problems != NULL && problems->len > 0)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, 0);
      const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, problem->field);
      g_autofree char *words = hearth_problem_to_sentence (&hearth_daily_log_type, problem);

      sentence =
        field != NULL ? g_strdup_printf ("%s: %s", _ (field->label), words) : g_steal_pointer (&words);
    }
  else
    sentence = hearth_store_error_to_sentence (error);
  /* Translators: a resident, and why their entry could not be saved */
  g_free (self->problem);
  self->problem =
    g_strdup_printf (_ ("%s: not saved yet. %s"), hearth_shift_line_get_name (kept->line), sentence);
  g_set_str (&kept->held, sentence);
}

/* A copy is saved: the entry stays the form's own, whatever the store knows of it. */
static bool
write_entry (HearthShiftKeeper *self, Kept *kept, GPtrArray **problems, GError **error)
{
  HearthRecord *entry = get_entry (kept);
  g_autoptr (HearthRecord) copy = NULL;
  bool done;

  if (self->late_reason != NULL && !hearth_record_has (entry, "late_reason"))
    hearth_record_set (entry, "late_reason", self->late_reason);
  copy = hearth_record_copy (entry);
  self->is_saving = true;
  done = hearth_store_save (self->store, copy, NULL, problems, error);
  self->is_saving = false;
  if (done)
    hearth_record_assign (entry, copy);
  return done;
}

static bool
save (HearthShiftKeeper *self, Kept *kept)
{
  HearthRecord *entry = get_entry (kept);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (!kept->dirty)
    return kept->held == NULL;
  if (!write_entry (self, kept, &problems, &error))
    {
      g_autoptr (HearthRecord) current = NULL;

      if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CONFLICT) ||
          g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CLOSED_RECORD))
        current = hearth_store_load (self->store, hearth_record_get_id (entry), NULL);
      if (current != NULL)
        return put_together (self, kept, current);
      tell_problem (self, kept, error, problems);
      show_state (self, kept);
      g_signal_emit (self, signals[CHANGED], 0);
      return false;
    }
  kept->dirty = false;
  g_clear_pointer (&kept->held, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_object (&kept->base);
  g_clear_object (&kept->stored);
  kept->base = hearth_record_copy (entry);
  kept->stored = hearth_store_load (self->store, hearth_record_get_id (entry), NULL);
  throw_draft_away (self, kept);
  show_state (self, kept);
  g_signal_emit (self, signals[CHANGED], 0);
  return true;
}

static gboolean
save_due_cb (gpointer user_data)
{
  HearthShiftKeeper *self = user_data;

  self->save_source = 0;
  /* What waits for a person to look at it is not saved behind their back. */
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = g_ptr_array_index (self->kept, i);

      if (kept->held == NULL)
        save (self, kept);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
draft_due_cb (gpointer user_data)
{
  HearthShiftKeeper *self = user_data;

  self->draft_source = 0;
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = g_ptr_array_index (self->kept, i);
      g_autoptr (GError) error = NULL;

      if (kept->draft == NULL || hearth_store_save_draft (self->store, kept->draft, &error))
        continue;
      tell_problem (self, kept, error, NULL);
      show_state (self, kept);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  return G_SOURCE_REMOVE;
}

/* ---- Following the store ---- */

static bool
is_of_line (const Kept *kept, HearthRecord *record)
{
  HearthRecord *entry = get_entry (kept);

  if (!is_new (kept))
    return g_str_equal (hearth_record_get_id (entry), hearth_record_get_id (record));
  return g_str_equal (hearth_record_get_resident (entry), hearth_record_get_resident (record)) &&
         g_str_equal (hearth_record_get (entry, "date"), hearth_record_get (record, "date")) &&
         g_str_equal (hearth_record_get (entry, "shift"), hearth_record_get (record, "shift")) &&
         !g_str_equal (hearth_record_get (record, "state"), HEARTH_STATE_IN_ERROR);
}

static void
saved_cb (HearthShiftKeeper *self, HearthRecord *record)
{
  if (self->is_saving || hearth_record_get_record_type (record) != &hearth_daily_log_type)
    return;
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = g_ptr_array_index (self->kept, i);

      if (!is_of_line (kept, record))
        continue;
      if (kept->dirty && !is_new (kept))
        return; /* The next save finds out, and puts both together. */
      if (kept->dirty)
        put_together (self, kept, record);
      else
        put_typed_on_top (kept, record);
      if (!hearth_record_is_open (record))
        hearth_shift_line_set_editable (kept->line, false);
      show_state (self, kept);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
}

/* ---- Drafts of before ---- */

static bool
is_draft_of (const Kept *kept, const HearthDraft *draft)
{
  HearthRecord *entry = get_entry (kept);

  if (draft->type != &hearth_daily_log_type || draft->revision != hearth_record_get_revision (entry))
    return false;
  if (!is_new (kept))
    return g_str_equal (draft->record_id, hearth_record_get_id (entry));
  return *draft->record_id == '\0' && g_str_equal (draft->resident, hearth_record_get_resident (entry)) &&
         g_strcmp0 (g_hash_table_lookup (draft->values, "date"), hearth_record_get (entry, "date")) == 0 &&
         g_strcmp0 (g_hash_table_lookup (draft->values, "shift"), hearth_record_get (entry, "shift")) == 0;
}

/* What the power took away while it was typed is there again, and is saved now. */
static void
take_draft (HearthShiftKeeper *self, Kept *kept, const HearthDraft *draft)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, draft->values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, name);
      g_autofree char *value = NULL;

      if (field != NULL && hearth_value_parse (field, text, "", &value) == HEARTH_PROBLEM_NONE)
        hearth_record_set (get_entry (kept), name, value);
    }
  kept->dirty = true;
  if (save (self, kept))
    hearth_store_discard_draft (self->store, draft->id, NULL);
}

static HearthDraft *
find_draft (const Kept *kept, GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    if (is_draft_of (kept, g_ptr_array_index (drafts, i)))
      return g_ptr_array_index (drafts, i);
  return NULL;
}

/* ---- Overrides ---- */

static void
hearth_shift_keeper_dispose (GObject *object)
{
  HearthShiftKeeper *self = HEARTH_SHIFT_KEEPER (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->late_reason, g_free);

  G_OBJECT_CLASS (hearth_shift_keeper_parent_class)->dispose (object);
}

static void
hearth_shift_keeper_class_init (HearthShiftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_shift_keeper_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearth_shift_keeper_init (HearthShiftKeeper *self)
{
  self->kept = g_ptr_array_new_with_free_func (kept_free);
}

/* ---- Public ---- */

HearthShiftKeeper *
hearth_shift_keeper_new (HearthStore *store, GtkWidget *near)
{
  HearthShiftKeeper *self = g_object_new (HEARTH_TYPE_SHIFT_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->near = near;
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
hearth_shift_keeper_add (HearthShiftKeeper *self, HearthShiftLine *line, HearthRecord *stored)
{
  Kept *kept;

  g_return_if_fail (HEARTH_IS_SHIFT_KEEPER (self));
  kept = g_new0 (Kept, 1);
  kept->line = g_object_ref (line);
  kept->stored = stored != NULL ? g_object_ref (stored) : NULL;
  kept->base = hearth_record_copy (hearth_shift_line_get_entry (line));
  g_ptr_array_add (self->kept, kept);
  show_state (self, kept);
}

void
hearth_shift_keeper_take_drafts (HearthShiftKeeper *self)
{
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_if_fail (HEARTH_IS_SHIFT_KEEPER (self));
  drafts = hearth_store_list_drafts (self->store, NULL);
  for (guint i = 0; drafts != NULL && i < self->kept->len; i++)
    {
      Kept *kept = g_ptr_array_index (self->kept, i);
      const HearthDraft *draft =
        hearth_shift_line_get_editable (kept->line) ? find_draft (kept, drafts) : NULL;

      if (draft == NULL)
        continue;
      take_draft (self, kept, draft);
      show_state (self, kept);
    }
}

void
hearth_shift_keeper_forget (HearthShiftKeeper *self)
{
  g_return_if_fail (HEARTH_IS_SHIFT_KEEPER (self));
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_pointer (&self->problem, g_free);
  g_ptr_array_set_size (self->kept, 0);
}

void
hearth_shift_keeper_touch (HearthShiftKeeper *self, HearthShiftLine *line)
{
  Kept *kept;

  g_return_if_fail (HEARTH_IS_SHIFT_KEEPER (self));
  kept = lookup (self, line);
  if (kept == NULL)
    return;
  kept->dirty = true;
  show_state (self, kept);
  if (self->save_source == 0)
    self->save_source = g_timeout_add (DELAY_MS, save_due_cb, self);
}

void
hearth_shift_keeper_type (HearthShiftKeeper *self,
                          HearthShiftLine *line,
                          const HearthField *field,
                          const char *text)
{
  static const char *const always[] = { "date", "shift", "presence" };
  Kept *kept;

  g_return_if_fail (HEARTH_IS_SHIFT_KEEPER (self));
  kept = lookup (self, line);
  if (kept == NULL)
    return;
  if (text == NULL)
    {
      throw_draft_away (self, kept);
      return;
    }
  if (kept->draft == NULL)
    kept->draft = hearth_draft_new (&hearth_daily_log_type);
  g_set_str (&kept->draft->record_id, is_new (kept) ? "" : hearth_record_get_id (get_entry (kept)));
  g_set_str (&kept->draft->resident, hearth_record_get_resident (get_entry (kept)));
  kept->draft->revision = hearth_record_get_revision (get_entry (kept));
  for (gsize i = 0; is_new (kept) && i < G_N_ELEMENTS (always); i++)
    g_hash_table_replace (kept->draft->values, g_strdup (always[i]),
                          g_strdup (hearth_record_get (get_entry (kept), always[i])));
  g_hash_table_replace (kept->draft->values, g_strdup (field->name), g_strdup (text));
  if (self->draft_source == 0)
    self->draft_source = g_timeout_add (DELAY_MS, draft_due_cb, self);
}

bool
hearth_shift_keeper_save (HearthShiftKeeper *self, HearthShiftLine *line)
{
  Kept *kept;

  g_return_val_if_fail (HEARTH_IS_SHIFT_KEEPER (self), false);
  kept = lookup (self, line);
  if (kept != NULL)
    g_clear_pointer (&kept->held, g_free);
  return kept == NULL || save (self, kept);
}

bool
hearth_shift_keeper_save_all (HearthShiftKeeper *self)
{
  bool all = true;

  g_return_val_if_fail (HEARTH_IS_SHIFT_KEEPER (self), false);
  if (self->draft_source != 0)
    {
      g_clear_handle_id (&self->draft_source, g_source_remove);
      draft_due_cb (self);
    }
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = g_ptr_array_index (self->kept, i);

      all = hearth_shift_keeper_save (self, kept->line) && all;
    }
  return all;
}

void
hearth_shift_keeper_set_late_reason (HearthShiftKeeper *self, const char *reason)
{
  g_return_if_fail (HEARTH_IS_SHIFT_KEEPER (self));
  g_set_str (&self->late_reason, reason != NULL && *reason != '\0' ? reason : NULL);
}

const char *
hearth_shift_keeper_get_problem (HearthShiftKeeper *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_KEEPER (self), NULL);
  return self->problem;
}

HearthRecord *
hearth_shift_keeper_get_stored (HearthShiftKeeper *self, HearthShiftLine *line)
{
  Kept *kept;

  g_return_val_if_fail (HEARTH_IS_SHIFT_KEEPER (self), NULL);
  kept = lookup (self, line);
  return kept != NULL ? kept->stored : NULL;
}
