/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may be here already: looked for while the name is typed, and settled before a new file is made.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/admission-search.h"

#include <glib/gi18n-lib.h>

#include "views/admission-match.h"

/* Long enough that a quick hand is not interrupted, short enough that the answer is there when the word is. */
#define LOOK_DELAY_MS 250

struct _HearthAdmissionSearch {
  GtkBox parent_instance;

  /* Borrowed */
  AdwPreferencesGroup *group;

  /* Owned */
  HearthStore *store;
  GPtrArray *rows; /* of HearthAdmissionMatch, borrowed */
  GHashTable *strong; /* set of codes */
  GHashTable *answers; /* code → HearthAnswer */
  char *shown; /* what the rows were made for */
  guint source;
  bool looked; /* for a name: nobody is an answer too */
};

G_DEFINE_FINAL_TYPE (HearthAdmissionSearch, hearth_admission_search, GTK_TYPE_BOX)

enum { WANTED, CHANGED, ANSWERED, SAME, CONTINUE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static HearthAnswer
get_answer (HearthAdmissionSearch *self, const char *code)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->answers, code));
}

static const char *
get_code (HearthAdmissionMatch *match)
{
  return hearth_record_get (hearth_admission_match_get_resident (match), "code");
}

static bool
is_strong (HearthAdmissionSearch *self, HearthAdmissionMatch *match)
{
  return g_hash_table_contains (self->strong, get_code (match));
}

/* The first of whom nothing was said, of those who are much alike or of all; or NULL. */
static HearthAdmissionMatch *
find_open (HearthAdmissionSearch *self, bool strong)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthAdmissionMatch *match = g_ptr_array_index (self->rows, i);

      if ((!strong || is_strong (self, match)) && get_answer (self, get_code (match)) == HEARTH_ANSWER_NONE)
        return match;
    }
  return NULL;
}

/* ---- Callbacks ---- */

static gboolean
look_cb (gpointer user_data)
{
  HearthAdmissionSearch *self = user_data;

  self->source = 0;
  g_signal_emit (self, signals[WANTED], 0);
  return G_SOURCE_REMOVE;
}

static void
answered_cb (HearthAdmissionSearch *self, int answer, HearthAdmissionMatch *match)
{
  g_autoptr (HearthRecord) resident = g_object_ref (hearth_admission_match_get_resident (match));

  if (answer == HEARTH_ANSWER_SAME)
    {
      g_signal_emit (self, signals[SAME], 0, resident);
      return;
    }
  g_hash_table_insert (self->answers, g_strdup (hearth_record_get (resident, "code")),
                       GINT_TO_POINTER (answer));
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[ANSWERED], 0);
}

/* ---- Showing ---- */

static HearthDuplicate *
duplicate_new (HearthRecord *resident)
{
  HearthDuplicate *duplicate = g_new0 (HearthDuplicate, 1);

  duplicate->resident = g_object_ref (resident);
  duplicate->reasons = g_ptr_array_new_with_free_func (g_free);
  return duplicate;
}

/* A brother or sister stays to be seen when the name is changed afterwards. */
static void
add_siblings (HearthAdmissionSearch *self, GPtrArray *duplicates)
{
  GHashTableIter iter;
  gpointer code, answer;

  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &code, &answer))
    {
      g_autoptr (HearthRecord) resident = NULL;
      bool found = false;

      for (guint i = 0; i < duplicates->len && !found; i++)
        found =
          g_str_equal (hearth_record_get (((HearthDuplicate *) g_ptr_array_index (duplicates, i))->resident,
                                          "code"),
                       code);
      if (!found && GPOINTER_TO_INT (answer) == HEARTH_ANSWER_SIBLING)
        resident = hearth_store_load_resident (self->store, code, NULL);
      if (resident != NULL)
        g_ptr_array_add (duplicates, duplicate_new (resident));
    }
}

/* What can be seen of them; the same again leaves the rows, and the focus in them, alone. Transfer full. */
static char *
describe_all (GPtrArray *duplicates)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < duplicates->len; i++)
    {
      const HearthDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      g_string_append_printf (words, "%s|%d", hearth_record_get_id (duplicate->resident),
                              duplicate->likeness);
      for (guint j = 0; j < duplicate->reasons->len; j++)
        g_string_append_printf (words, "|%s", (char *) g_ptr_array_index (duplicate->reasons, j));
      g_string_append_c (words, '\n');
    }
  return g_string_free (words, FALSE);
}

static void
show_rows (HearthAdmissionSearch *self, GPtrArray *duplicates)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < duplicates->len; i++)
    {
      const HearthDuplicate *duplicate = g_ptr_array_index (duplicates, i);
      HearthAnswer answer = get_answer (self, hearth_record_get (duplicate->resident, "code"));
      HearthAdmissionMatch *match = hearth_admission_match_new (self->store, duplicate, answer);

      g_signal_connect_object (match, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, GTK_WIDGET (match));
      g_ptr_array_add (self->rows, match);
    }
}

static void
note_strong (HearthAdmissionSearch *self, GPtrArray *duplicates)
{
  g_hash_table_remove_all (self->strong);
  for (guint i = 0; i < duplicates->len; i++)
    {
      const HearthDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      if (duplicate->likeness == HEARTH_LIKENESS_STRONG)
        g_hash_table_add (self->strong, g_strdup (hearth_record_get (duplicate->resident, "code")));
    }
}

/* ---- Overrides ---- */

static void
hearth_admission_search_dispose (GObject *object)
{
  HearthAdmissionSearch *self = HEARTH_ADMISSION_SEARCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_admission_search_parent_class)->dispose (object);
}

static void
hearth_admission_search_finalize (GObject *object)
{
  HearthAdmissionSearch *self = HEARTH_ADMISSION_SEARCH (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->strong);
  g_hash_table_unref (self->answers);
  g_free (self->shown);

  G_OBJECT_CLASS (hearth_admission_search_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, HEARTH_TYPE_ADMISSION_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
hearth_admission_search_class_init (HearthAdmissionSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_admission_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearth_admission_search_finalize;
  signals[WANTED] = add_signal ("wanted");
  signals[CHANGED] = add_signal ("changed");
  signals[ANSWERED] = add_signal ("answered");
  signals[CONTINUE] = add_signal ("continue");
  signals[SAME] = g_signal_new ("same", HEARTH_TYPE_ADMISSION_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, HEARTH_TYPE_RECORD);
}

static void
hearth_admission_search_init (HearthAdmissionSearch *self)
{
  self->rows = g_ptr_array_new ();
  self->strong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  adw_preferences_group_set_title (self->group, _ ("May be here already"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
}

/* ---- Public ---- */

HearthAdmissionSearch *
hearth_admission_search_new (HearthStore *store)
{
  HearthAdmissionSearch *self = g_object_new (HEARTH_TYPE_ADMISSION_SEARCH, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
hearth_admission_search_touch (HearthAdmissionSearch *self)
{
  g_return_if_fail (HEARTH_IS_ADMISSION_SEARCH (self));
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (LOOK_DELAY_MS, look_cb, self);
}

void
hearth_admission_search_look (HearthAdmissionSearch *self, HearthRecord *resident, const char *phone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) duplicates = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (HEARTH_IS_ADMISSION_SEARCH (self));
  g_clear_handle_id (&self->source, g_source_remove);
  duplicates = hearth_duplicates_find (self->store, resident, phone, &error);
  if (duplicates == NULL)
    {
      g_warning ("Residents cannot be compared: %s", error->message);
      return;
    }
  add_siblings (self, duplicates);
  note_strong (self, duplicates);
  shown = describe_all (duplicates);
  if (g_set_str (&self->shown, shown))
    show_rows (self, duplicates);
  gtk_widget_set_visible (GTK_WIDGET (self), duplicates->len > 0);
  self->looked = hearth_record_has (resident, "name_used");
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hearth_admission_search_go_on (HearthAdmissionSearch *self)
{
  g_return_if_fail (HEARTH_IS_ADMISSION_SEARCH (self));
  /* What was typed a moment ago counts too. */
  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_emit (self, signals[WANTED], 0);
  if (!hearth_admission_search_is_open (self, true))
    g_signal_emit (self, signals[CONTINUE], 0);
}

char *
hearth_admission_search_dup_hint (HearthAdmissionSearch *self)
{
  HearthAdmissionMatch *match;

  g_return_val_if_fail (HEARTH_IS_ADMISSION_SEARCH (self), NULL);
  match = find_open (self, true);
  if (match != NULL)
    /* Translators: a name and a number */
    return g_strdup_printf (_ ("First say whether this is %s, %s"),
                            hearth_record_get (hearth_admission_match_get_resident (match), "name_used"),
                            get_code (match));
  if (find_open (self, false) != NULL)
    return g_strdup (_ ("If it is the same person, say so now."));
  if (self->looked && self->rows->len == 0)
    return g_strdup (_ ("Nobody like this is in the house’s records."));
  return g_strdup ("");
}

bool
hearth_admission_search_is_open (HearthAdmissionSearch *self, bool focus)
{
  HearthAdmissionMatch *match;

  g_return_val_if_fail (HEARTH_IS_ADMISSION_SEARCH (self), false);
  match = find_open (self, true);
  if (match != NULL && focus)
    gtk_widget_grab_focus (GTK_WIDGET (match));
  return match != NULL;
}

char *
hearth_admission_search_dup_codes (HearthAdmissionSearch *self, bool siblings)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (HEARTH_IS_ADMISSION_SEARCH (self), NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *code = get_code (g_ptr_array_index (self->rows, i));
      HearthAnswer answer = get_answer (self, code);

      if (answer == HEARTH_ANSWER_SIBLING || (answer == HEARTH_ANSWER_OTHER && !siblings))
        g_strv_builder_add (codes, code);
    }
  all = g_strv_builder_end (codes);
  return g_strjoinv (", ", all);
}

static void
set_answers (HearthAdmissionSearch *self, const char *codes, HearthAnswer answer)
{
  g_auto (GStrv) all = g_strsplit_set (codes, ", ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_hash_table_insert (self->answers, g_strdup (all[i]), GINT_TO_POINTER (answer));
}

void
hearth_admission_search_set_codes (HearthAdmissionSearch *self, const char *different, const char *siblings)
{
  g_return_if_fail (HEARTH_IS_ADMISSION_SEARCH (self));
  set_answers (self, different, HEARTH_ANSWER_OTHER);
  set_answers (self, siblings, HEARTH_ANSWER_SIBLING);
  g_clear_pointer (&self->shown, g_free);
}
