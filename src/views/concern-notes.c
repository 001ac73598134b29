/* SPDX-License-Identifier: GPL-3.0-or-later
 * What has to be known before writing a complaint, or a concern about somebody who works here: who will read it, what a key
 * enforces and what the program.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/concern-notes.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/key-requests.h"
#include "store/people.h"
#include "views/editor-page.h"
#include "views/isolate.h"
#include "views/plain-row.h"
#include "views/staff-words.h"
#include "widgets/lock-mark.h"

#define COMPARTMENT "safeguarding"

/* ---- Who reads it ---- */

char *
hearth_concern_dup_readers (HearthStore *store)
{
  g_autoptr (GPtrArray) holders = hearth_store_list_holders (store, NULL);

  return holders != NULL ? hearth_isolate (hearth_staff_dup_holders (store, holders, COMPARTMENT))
                         : g_strdup ("");
}

/* ---- Rows ---- */

static GtkWidget *
make_row (const char *title, const char *subtitle, GtkWidget *mark)
{
  GtkWidget *row = hearth_plain_row_new (title, subtitle);

  if (mark != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  return row;
}

typedef struct {
  HearthStore *store;
  const HearthRecordType *type;
} Way;

static void
way_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Way *) data)->store);
  g_free (data);
}

static void
way_cb (GtkWidget *row, Way *way)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (row, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (HearthRecord) record = hearth_record_new (way->type);

  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                              ADW_NAVIGATION_PAGE (hearth_editor_page_new (way->store, record)));
}

static GtkWidget *
make_mark (const HearthRecordType *type)
{
  if (type == &hearth_allegation_type)
    return hearth_lock_mark_new_sealed (hearth_compartment_get (COMPARTMENT), false);
  return hearth_lock_mark_new_plain (_ ("Only the house manager and the director read complaints. Whoever a "
                                        "complaint is about does not see it."),
                                     NULL);
}

GtkWidget *
hearth_concern_new_way (HearthStore *store,
                        const HearthRecordType *type,
                        const char *title,
                        const char *subtitle)
{
  GtkWidget *row;
  Way *way;

  if (!hearth_policy_may_write (hearth_store_get_policy (store), type, NULL, NULL))
    return NULL;
  row = make_row (title, subtitle, make_mark (type));
  way = g_new0 (Way, 1);
  way->store = g_object_ref (store);
  way->type = type;
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (type->icon_name));
  hearth_plain_row_add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (way_cb), way, way_free, 0);
  return row;
}

/* ---- Notes ---- */

static GtkWidget *
make_unheard_row (void)
{
  GtkWidget *row = make_row (_ ("Nobody can open this at present"),
                             _ ("Nobody who works here holds the safeguarding key, so nobody reads this "
                                "until somebody is given it. Please do "
                                "not wait with what cannot wait: speak with somebody outside the house whom "
                                "you trust, or with the "
                                "authority."),
                             NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_widget_add_css_class (row, "warning");
  return row;
}

void
hearth_concern_add_allegation_notes (HearthStore *store, HearthRecord *allegation, HearthRecordForm *form)
{
  g_autofree char *readers = hearth_concern_dup_readers (store);
  g_autofree char *words = NULL;

  if (*readers == '\0' || !hearth_store_reaches_holders (store, COMPARTMENT))
    {
      hearth_record_form_add_note (form, make_unheard_row ());
      return;
    }
  /* Translators: names of people */
  words =
    g_strdup_printf (_ ("%s. What you write is sealed with their key, past the house manager. You can write "
                        "more at any time, but once it is saved you cannot open this one again."),
                     readers);
  hearth_record_form_add_note (form,
                               make_row (_ ("Who will read this"), words,
                                         hearth_lock_mark_new_sealed (hearth_compartment_get (COMPARTMENT),
                                                                      false)));
  hearth_record_form_add_note (
    form,
    make_row (_ ("What is not sealed"),
              _ ("That you wrote something, when, and which residents you name: the program keeps that from "
                 "others, not the key. If it could harm you that somebody with other tools finds out, tell "
                 "it "
                 "by word of mouth."),
              hearth_lock_mark_new_plain (_ ("That there is an entry, from whom and when, the residents, and "
                                             "whom it is kept from are not sealed."),
                                          NULL)));
}

void
hearth_concern_add_complaint_notes (HearthStore *store, HearthRecord *complaint, HearthRecordForm *form)
{
  hearth_record_form_add_note (form, make_row (_ ("Who will read this"),
                                               _ ("The house manager and the director, who have to answer "
                                                  "it. Somebody who works here and is "
                                                  "named below does not see it."),
                                               make_mark (&hearth_complaint_type)));
}
