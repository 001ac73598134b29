/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file that was opened in an emergency, for the person who reviews it: why, when, and what was looked at.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/emergency-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "store/audit-list.h"
#include "views/approval-group.h"
#include "views/audit-words.h"
#include "views/facts.h"
#include "views/file-page.h"
#include "views/plain-page.h"
#include "views/record-kinds.h"

/* More than that in half an hour is read in the audit itself. */
#define MOST_LINES 200

struct _HearthEmergencyPage {
  AdwNavigationPage parent_instance;

  /* Owned */
  HearthStore *store;
  HearthRecord *access;
};

static void hearth_emergency_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthEmergencyPage,
                               hearth_emergency_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_emergency_page_file_page_init))

/* ---- What was looked at ---- */

static GListModel *
list_lines (HearthEmergencyPage *self)
{
  g_autofree char *from = hearth_instant_dup_date (hearth_record_get (self->access, "opened_at"));
  g_autofree char *to = hearth_instant_dup_date (hearth_record_get (self->access, "until"));
  const HearthAuditQuery query = {
    .resident = hearth_record_get_resident (self->access),
    .person = hearth_record_get (self->access, "person"),
    .from = from,
    .to = to,
  };

  return hearth_store_list_audit (self->store, &query, NULL);
}

/* Instants sort as text. */
static bool
was_meanwhile (HearthEmergencyPage *self, HearthAuditLine *line)
{
  const char *at = hearth_audit_line_get_at (line);

  return strcmp (hearth_record_get (self->access, "opened_at"), at) <= 0 &&
         strcmp (at, hearth_record_get (self->access, "until")) <= 0;
}

static GtkWidget *
make_line (HearthEmergencyPage *self, HearthAuditLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *what = hearth_audit_words_dup_what (line);
  g_autofree char *detail = hearth_audit_words_dup_detail (self->store, line);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  return row;
}

static GtkWidget *
make_lines_group (HearthEmergencyPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GListModel) lines = list_lines (self);
  guint n = lines != NULL ? g_list_model_get_n_items (lines) : 0, n_shown = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What was done meanwhile"));
  for (guint i = 0; i < n && n_shown < MOST_LINES; i++)
    {
      g_autoptr (HearthAuditLine) line = g_list_model_get_item (lines, i);

      if (!was_meanwhile (self, line))
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_line (self, line));
      n_shown++;
    }
  if (lines == NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ ("Somebody who reads the audit can tell."));
  else if (n_shown == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ ("Nothing that leaves a trace was looked at."));
  return group;
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_emergency_page_renew (HearthFilePage *page)
{
  HearthEmergencyPage *self = HEARTH_EMERGENCY_PAGE (page);
  g_autoptr (HearthRecord) access =
    hearth_store_load (self->store, hearth_record_get_id (self->access), NULL);

  return access != NULL ? hearth_record_kind_make_page (self->store, access, NULL) : NULL;
}

static void
hearth_emergency_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_emergency_page_renew;
}

static void
hearth_emergency_page_dispose (GObject *object)
{
  HearthEmergencyPage *self = HEARTH_EMERGENCY_PAGE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->access);

  G_OBJECT_CLASS (hearth_emergency_page_parent_class)->dispose (object);
}

static void
hearth_emergency_page_class_init (HearthEmergencyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_emergency_page_dispose;
}

static void
hearth_emergency_page_init (HearthEmergencyPage *self)
{
}

/* ---- Public ---- */

HearthEmergencyPage *
hearth_emergency_page_new (HearthStore *store, HearthRecord *access)
{
  HearthEmergencyPage *self = g_object_new (HEARTH_TYPE_EMERGENCY_PAGE, NULL);
  const char *resident = hearth_record_get_resident (access);
  g_autofree char *name = hearth_store_dup_link_title (store, resident);
  GtkBox *box;

  self->store = g_object_ref (store);
  self->access = g_object_ref (access);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ (hearth_record_get_record_type (access)->label),
                                name, NULL);
  gtk_box_append (box, GTK_WIDGET (hearth_facts_new (store, access, NULL)));
  gtk_box_append (box, GTK_WIDGET (hearth_approval_group_new (store, access)));
  gtk_box_append (box, make_lines_group (self));
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, resident);
  return self;
}
