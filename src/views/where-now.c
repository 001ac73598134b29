/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where each resident lives today, by their stays: read once for a whole list, then kept up to date.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/where-now.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/types.h"

struct _HearthWhereNow {
  GObject parent_instance;

  /* Owned */
  HearthStore *store;
  GHashTable *words; /* id of a resident → words; NULL until asked */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (HearthWhereNow, hearth_where_now, G_TYPE_OBJECT)

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

static void
read_all (HearthWhereNow *self)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_stay_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) stays = hearth_store_list (self->store, query, &error);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (stays == NULL)
    g_warning ("Stays cannot be listed: %s", error->message);
  for (guint i = 0; stays != NULL && i < g_list_model_get_n_items (stays); i++)
    {
      g_autoptr (HearthRecord) stay = g_list_model_get_item (stays, i);

      take_stay (self->words, stay, today);
    }
}

static void
saved_cb (HearthWhereNow *self, HearthRecord *record)
{
  if (hearth_record_get_record_type (record) != &hearth_stay_type || self->words == NULL)
    return;
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_signal_emit (self, changed_signal, 0);
}

static void
hearth_where_now_dispose (GObject *object)
{
  HearthWhereNow *self = HEARTH_WHERE_NOW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->words, g_hash_table_unref);

  G_OBJECT_CLASS (hearth_where_now_parent_class)->dispose (object);
}

static void
hearth_where_now_class_init (HearthWhereNowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_where_now_dispose;

  changed_signal =
    g_signal_new ("changed", HEARTH_TYPE_WHERE_NOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_where_now_init (HearthWhereNow *self)
{
}

HearthWhereNow *
hearth_where_now_new (HearthStore *store)
{
  HearthWhereNow *self = g_object_new (HEARTH_TYPE_WHERE_NOW, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  return self;
}

char *
hearth_where_now_dup_words (HearthWhereNow *self, const char *resident)
{
  const char *words;

  g_return_val_if_fail (HEARTH_IS_WHERE_NOW (self), NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  if (self->words == NULL)
    read_all (self);
  words = g_hash_table_lookup (self->words, resident);
  if (words == NULL)
    return g_strdup ("");
  return g_strdup (*words != '\0' ? words : _ ("Moved out"));
}
