/* SPDX-License-Identifier: GPL-3.0-or-later
 * Beginning a new record, wherever one is: whose file it goes into is asked where that is not known.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/begin.h"

#include <glib/gi18n-lib.h>

#include "views/editor-page.h"
#include "views/record-kinds.h"
#include "views/resident-chooser.h"
#include "views/tell.h"

typedef struct {
  GtkWidget *near; /* weak */
  HearthStore *store;
  const HearthRecordType *type;
} Beginning;

static void
beginning_free (gpointer data, GClosure *closure)
{
  Beginning *beginning = data;

  g_clear_weak_pointer (&beginning->near);
  g_object_unref (beginning->store);
  g_free (beginning);
}

static void
push (GtkWidget *near, AdwNavigationPage *page)
{
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (near, ADW_TYPE_NAVIGATION_VIEW)),
                            page);
}

/* A record that may be in several files names its residents itself. */
static void
put_into_file (HearthRecord *record, const char *resident)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  if (type->owner == HEARTH_OWNER_RESIDENT)
    hearth_record_set (record, "resident", resident);
  for (unsigned int i = 0; type->owner == HEARTH_OWNER_RESIDENTS && i < type->n_fields; i++)
    if (type->fields[i].kind == HEARTH_FIELD_LINKS && type->fields[i].section != NULL &&
        g_str_equal (type->fields[i].link_type, "resident"))
      {
        hearth_record_set (record, type->fields[i].name, resident);
        return;
      }
}

static void
push_new (GtkWidget *near, HearthStore *store, const HearthRecordType *type, const char *resident)
{
  g_autoptr (HearthRecord) record = hearth_record_new (type);

  if (resident != NULL)
    put_into_file (record, resident);
  push (near, ADW_NAVIGATION_PAGE (hearth_editor_page_new (store, record)));
}

static void
resident_chosen_cb (HearthResidentChooser *chooser, HearthRecord *resident, Beginning *beginning)
{
  if (beginning->near != NULL)
    push_new (beginning->near, beginning->store, beginning->type, hearth_record_get_id (resident));
}

void
hearth_begin_record (GtkWidget *near, HearthStore *store, const HearthRecordType *type, const char *resident)
{
  const HearthRecordKind *kind = hearth_record_kind_get (type);
  HearthResidentChooser *chooser;
  Beginning *beginning;

  if (kind->new_action != NULL)
    {
      gtk_widget_activate_action (near, kind->new_action, "s", "");
      return;
    }
  if (resident != NULL || type->owner != HEARTH_OWNER_RESIDENT)
    {
      push_new (near, store, type, resident);
      return;
    }
  chooser = hearth_resident_chooser_new (store);
  beginning = g_new0 (Beginning, 1);
  g_set_weak_pointer (&beginning->near, near);
  beginning->store = g_object_ref (store);
  beginning->type = type;
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (resident_chosen_cb), beginning, beginning_free, 0);
  adw_dialog_present (ADW_DIALOG (chooser), near);
}

void
hearth_open_record (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;
  AdwNavigationPage *page = hearth_record_kind_make_page (store, record, &error);

  if (page == NULL)
    hearth_tell_error (near, _ ("This cannot be shown"), error);
  else
    push (near, page);
}
