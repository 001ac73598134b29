/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the resident has said lately, in own words, quoted and dated.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/own-words.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "views/plain-row.h"
#include "widgets/words.h"

#define MOST_QUOTES 3
/* One page of the list: looking further back would be slow, and no longer "lately". */
#define MOST_ENTRIES 64

struct _HearthOwnWords {
  AdwBin parent_instance;

  /* Owned */
  GListModel *entries;
};

G_DEFINE_FINAL_TYPE (HearthOwnWords, hearth_own_words, ADW_TYPE_BIN)

/* ---- Helpers ---- */

static GtkWidget *
make_row (HearthRecord *entry)
{
  g_autofree char *date = hearth_record_dup_event_date (entry);
  g_autofree char *shown = hearth_date_format (date);
  g_autofree char *quoted = hearth_words_quote (hearth_record_get (entry, "own_words"));

  return hearth_plain_row_new_for_record (quoted, shown, hearth_record_get_id (entry));
}

static void
fill (HearthOwnWords *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  unsigned int n = MIN (g_list_model_get_n_items (self->entries), MOST_ENTRIES);
  unsigned int quotes = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("In own words"));
  for (unsigned int i = 0; i < n && quotes < MOST_QUOTES; i++)
    {
      g_autoptr (HearthRecord) entry = g_list_model_get_item (self->entries, i);

      if (entry == NULL || !hearth_record_has (entry, "own_words"))
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (entry));
      quotes++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), quotes > 0);
  adw_bin_set_child (ADW_BIN (self), group);
}

static void
items_changed_cb (HearthOwnWords *self)
{
  fill (self);
}

/* ---- Overrides ---- */

static void
hearth_own_words_dispose (GObject *object)
{
  g_clear_object (&HEARTH_OWN_WORDS (object)->entries);

  G_OBJECT_CLASS (hearth_own_words_parent_class)->dispose (object);
}

static void
hearth_own_words_class_init (HearthOwnWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_own_words_dispose;
}

static void
hearth_own_words_init (HearthOwnWords *self)
{
}

/* ---- Public ---- */

HearthOwnWords *
hearth_own_words_new (GListModel *entries)
{
  HearthOwnWords *self = g_object_new (HEARTH_TYPE_OWN_WORDS, "visible", FALSE, NULL);

  if (entries != NULL)
    {
      self->entries = g_object_ref (entries);
      g_signal_connect_object (entries, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      fill (self);
    }
  return self;
}
