/* SPDX-License-Identifier: GPL-3.0-or-later
 * What somebody reads who has just passed on a complaint or a concern, and cannot open it again.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/concern-parting.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "views/concern-notes.h"
#include "views/isolate.h"
#include "views/plain-page.h"
#include "views/plain-row.h"

static GtkWidget *
make_paragraph (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
add_step (AdwPreferencesGroup *group, const char *icon_name, const char *title, const char *subtitle)
{
  GtkWidget *row = hearth_plain_row_new (title, subtitle);

  hearth_plain_row_add_icon (row, icon_name);
  adw_preferences_group_add (group, row);
}

/* ---- After a concern ---- */

static void
add_concern_steps (HearthStore *store, AdwPreferencesGroup *group)
{
  g_autofree char *readers = hearth_concern_dup_readers (store);
  g_autofree char *who = NULL;

  /* Translators: names of people */
  who = g_strdup_printf (_ ("%s. It is sealed with their key, and you cannot open it again."), readers);
  add_step (group, "hearth-lock-key-symbolic", _ ("Who opens it now"), who);
  add_step (group, "hearth-safeguarding-symbolic", _ ("What they do"),
            _ ("They see to it that the resident is safe, decide what follows, and write down each step."));
  add_step (group, "security-high-symbolic", _ ("What others can see"),
            _ ("That you made an entry is in the audit, as with every entry; not what it says, and not whom "
               "it is "
               "about."));
  add_step (group, "list-add-symbolic", _ ("When something else comes to mind"),
            _ ("Write another concern. You need no proof, and need not ask anybody anything."));
}

/* ---- After a complaint ---- */

static void
add_complaint_steps (HearthRecord *complaint, AdwPreferencesGroup *group)
{
  g_autofree char *due = hearth_isolate (hearth_date_format (hearth_record_get (complaint, "answer_due")));
  /* Translators: a date */
  g_autofree char *answer = g_strdup_printf (_ ("The house manager or the director answers by %s."), due);

  add_step (group, "hearth-lock-symbolic", _ ("Who reads it now"),
            _ ("The house manager and the director, and nobody whom it is about. You cannot open it again."));
  add_step (group, "x-office-calendar-symbolic", _ ("When there is an answer"), answer);
  add_step (group, "system-users-symbolic", _ ("What you can do"),
            _ ("Tell the resident that it arrived, and until when an answer comes. To complain is a right, "
               "and "
               "nobody is treated worse for it."));
}

/* ---- The page ---- */

static void
add_ways_on (GtkBox *box)
{
  GtkWidget *done = gtk_button_new_with_mnemonic (_ ("_Done"));

  gtk_widget_add_css_class (done, "pill");
  gtk_widget_add_css_class (done, "suggested-action");
  gtk_widget_set_halign (done, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "navigation.pop");
  gtk_box_append (box, done);
}

AdwNavigationPage *
hearth_concern_make_parting (HearthStore *store, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  AdwPreferencesGroup *group;
  GtkWidget *page, *title;
  GtkBox *box;

  if (hearth_policy_may_read (hearth_store_get_policy (store), type, NULL, NULL))
    return NULL;
  page = g_object_new (ADW_TYPE_NAVIGATION_PAGE, NULL);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (page), _ ("Passed on"), NULL, NULL);
  title = make_paragraph (_ ("Thank you. It is passed on."));
  gtk_widget_add_css_class (title, "title-1");
  gtk_box_append (box, title);
  if (type == &hearth_allegation_type)
    gtk_box_append (box,
                    make_paragraph (_ ("It takes courage to write such a thing down. It was right to do it, "
                                       "whatever comes of it.")));
  group = hearth_plain_page_add_group (box, _ ("What happens now"), NULL);
  if (type == &hearth_allegation_type)
    add_concern_steps (store, group);
  else
    add_complaint_steps (record, group);
  add_ways_on (box);
  return ADW_NAVIGATION_PAGE (page);
}
