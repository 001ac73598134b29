/* SPDX-License-Identifier: GPL-3.0-or-later
 * A few words about each resident that other records say: read once for a whole list, then kept up to date.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/types.h"
#include "rules/health.h"

#define MOST_TYPES 2

/* Adds to @words what @record says; records of a type come with the newest first. */
typedef void (*TakeFunc) (GHashTable *words, HearthRecord *record, const char *today);

struct _HearthResidentWords {
  GObject parent_instance;

  const HearthRecordType *types[MOST_TYPES + 1]; /* NULL-ended */
  TakeFunc take;

  /* Owned */
  HearthStore *store;
  GHashTable *words; /* id of a resident → words; NULL until asked */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (HearthResidentWords, hearth_resident_words, G_TYPE_OBJECT)

/* Stays come with the one that began last first: of those that hold today it is the one that counts. */
static void
take_stay (GHashTable *words, HearthRecord *stay, const char *today)
{
  const char *resident = hearth_record_get_resident (stay), *until = hearth_record_get (stay, "end");
  const char *known = g_hash_table_lookup (words, resident);
  const HearthField *placement = hearth_record_type_lookup_field (&hearth_stay_type, "placement");

  if (strcmp (hearth_record_get (stay, "start"), today) > 0)
    return;
  if (*until != '\0' && strcmp (until, today) < 0)
    {
      if (known == NULL)
        g_hash_table_insert (words, g_strdup (resident), g_strdup (""));
    }
  else if (known == NULL || *known == '\0')
    g_hash_table_insert (words, g_strdup (resident), hearth_record_format (stay, placement, today));
}

static bool
alert_holds (HearthRecord *record, const char *today)
{
  const char *until;

  if (hearth_record_get_record_type (record) == &hearth_allergy_type)
    return hearth_allergy_holds (record, today);
  until = hearth_record_get (record, "end");
  return strcmp (hearth_record_get (record, "start"), today) <= 0 &&
         (*until == '\0' || strcmp (until, today) >= 0);
}

static void
take_alert (GHashTable *words, HearthRecord *record, const char *today)
{
  const char *resident = hearth_record_get_resident (record);
  const char *known = g_hash_table_lookup (words, resident);
  g_autofree char *title = NULL;

  if (!alert_holds (record, today))
    return;
  title = hearth_record_dup_title (record);
  g_hash_table_insert (words, g_strdup (resident),
                       known != NULL ? g_strconcat (known, "\n", title, NULL) : g_strdup (title));
}

static void
read_type (HearthResidentWords *self, const HearthRecordType *type, const char *today)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) records = hearth_store_list (self->store, query, &error);

  if (records == NULL && !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Records cannot be listed: %s", error->message);
  for (guint i = 0; records != NULL && i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (record != NULL)
        self->take (self->words, record, today);
    }
}

static void
read_all (HearthResidentWords *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (gsize i = 0; self->types[i] != NULL; i++)
    read_type (self, self->types[i], today);
}

static void
forget (HearthResidentWords *self)
{
  if (self->words == NULL)
    return;
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_signal_emit (self, changed_signal, 0);
}

static void
saved_cb (HearthResidentWords *self, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  for (gsize i = 0; self->types[i] != NULL; i++)
    if (self->types[i] == type)
      forget (self);
}

static void
hearth_resident_words_dispose (GObject *object)
{
  HearthResidentWords *self = HEARTH_RESIDENT_WORDS (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->words, g_hash_table_unref);

  G_OBJECT_CLASS (hearth_resident_words_parent_class)->dispose (object);
}

static void
hearth_resident_words_class_init (HearthResidentWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_resident_words_dispose;

  changed_signal = g_signal_new ("changed", HEARTH_TYPE_RESIDENT_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
hearth_resident_words_init (HearthResidentWords *self)
{
}

static HearthResidentWords *
new_of (HearthStore *store, const HearthRecordType *type, const HearthRecordType *other, TakeFunc take)
{
  HearthResidentWords *self = g_object_new (HEARTH_TYPE_RESIDENT_WORDS, NULL);

  self->store = g_object_ref (store);
  self->types[0] = type;
  self->types[1] = other;
  self->take = take;
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reread", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  return self;
}

/* ---- Public ---- */

HearthResidentWords *
hearth_resident_words_new_where (HearthStore *store)
{
  return new_of (store, &hearth_stay_type, NULL, take_stay);
}

HearthResidentWords *
hearth_resident_words_new_alerts (HearthStore *store)
{
  return new_of (store, &hearth_allergy_type, &hearth_alert_type, take_alert);
}

const char *
hearth_resident_words_get (HearthResidentWords *self, const char *resident)
{
  const char *words;

  g_return_val_if_fail (HEARTH_IS_RESIDENT_WORDS (self), "");
  g_return_val_if_fail (resident != NULL, "");

  if (self->words == NULL)
    read_all (self);
  words = g_hash_table_lookup (self->words, resident);
  if (words == NULL)
    return "";
  /* Of stays only "" is known where all of them are over. */
  return *words != '\0' ? words : _ ("Moved out");
}

void
hearth_alert_mark_add (HearthResidentWords *alerts, AdwActionRow *row, const char *resident)
{
  const char *words = hearth_resident_words_get (alerts, resident);
  GtkWidget *mark;

  if (*words == '\0')
    return;
  mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (mark, "warning");
  gtk_widget_set_tooltip_text (mark, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (row, mark);
}
