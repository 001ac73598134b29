/* SPDX-License-Identifier: GPL-3.0-or-later
 * What waits for a decision that the reader may make.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/approvals-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "rules/approval.h"
#include "views/approval-group.h"
#include "views/follow.h"
#include "views/plain-page.h"
#include "views/plain-row.h"

struct _HearthApprovalsPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
};

G_DEFINE_FINAL_TYPE (HearthApprovalsPage, hearth_approvals_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Words ---- */

/* "Mali · asked for by Ana on 3 May 2026, 14:30" */
static char *
describe (HearthApprovalsPage *self, HearthRecord *record)
{
  const char *resident = hearth_record_get_resident (record);
  g_autoptr (HearthApprovalStanding) standing = hearth_approval_look_up (self->store, record, NULL);
  g_autofree char *name = *resident != '\0' ? hearth_store_dup_link_title (self->store, resident)
                                            : hearth_record_dup_title (record);
  g_autofree char *who = NULL;
  g_autofree char *when = NULL;
  g_autofree char *asked = NULL;

  if (standing == NULL || standing->step == NULL)
    return g_steal_pointer (&name);
  who = hearth_store_dup_link_title (self->store, hearth_record_get (standing->step, "created_by"));
  when = hearth_instant_format (hearth_record_get (standing->step, "created_at"));
  /* Translators: a person's name, and a date and time */
  asked = g_strdup_printf (_ ("Asked for by %s, %s"), who, when);
  return *name != '\0' ? g_strdup_printf ("\u2068%s\u2069 · %s", name, asked) : g_steal_pointer (&asked);
}

/* ---- Callbacks ---- */

typedef struct {
  HearthStore *store;
  HearthRecord *record;
} Waiting;

static void
waiting_free (gpointer data, GClosure *closure)
{
  Waiting *waiting = data;

  g_object_unref (waiting->store);
  g_object_unref (waiting->record);
  g_free (waiting);
}

static void
approve_cb (GtkWidget *button, Waiting *waiting)
{
  hearth_approval_approve_near (button, waiting->store, waiting->record);
}

static void
return_cb (GtkWidget *button, Waiting *waiting)
{
  hearth_approval_return_near (button, waiting->store, waiting->record);
}

/* ---- Showing ---- */

static void
add_button (HearthApprovalsPage *self,
            GtkWidget *row,
            HearthRecord *record,
            const char *icon_name,
            const char *tooltip,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->store = g_object_ref (self->store);
  waiting->record = g_object_ref (record);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_data (button, "clicked", clicked, waiting, waiting_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (HearthApprovalsPage *self, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  g_autofree char *words = describe (self, record);
  GtkWidget *row = hearth_plain_row_new_for_record (_ (type->label), words, hearth_record_get_id (record));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (type->icon_name));
  if (hearth_approval_may_decide (self->store, record))
    {
      add_button (self, row, record, "object-select-symbolic", _ ("Approve"), G_CALLBACK (approve_cb));
      add_button (self, row, record, "edit-undo-symbolic", _ ("Return…"), G_CALLBACK (return_cb));
    }
  return row;
}

static void
show (gpointer owner)
{
  HearthApprovalsPage *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waiting = hearth_approval_list_waiting (self->store, &error);
  AdwPreferencesGroup *group;

  hearth_plain_page_empty (self->box);
  if (waiting == NULL)
    {
      hearth_plain_page_add_error (self->box, error);
      return;
    }
  if (waiting->len == 0)
    {
      hearth_plain_page_add_status (self->box, "object-select-symbolic", _ ("Nothing waits for you"),
                                    _ ("What somebody asks you to approve or review appears here."));
      return;
    }
  group = hearth_plain_page_add_group (self->box, _ ("Waiting, oldest first"), NULL);
  for (guint i = 0; i < waiting->len; i++)
    adw_preferences_group_add (group, make_row (self, g_ptr_array_index (waiting, i)));
}

/* ---- Overrides ---- */

/* What was decided on another page was not followed there. */
static void
hearth_approvals_page_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_approvals_page_parent_class)->map (widget);
}

static void
hearth_approvals_page_dispose (GObject *object)
{
  g_clear_object (&HEARTH_APPROVALS_PAGE (object)->store);
  G_OBJECT_CLASS (hearth_approvals_page_parent_class)->dispose (object);
}

static void
hearth_approvals_page_class_init (HearthApprovalsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_approvals_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = hearth_approvals_page_map;
}

static void
hearth_approvals_page_init (HearthApprovalsPage *self)
{
}

/* ---- Public ---- */

HearthApprovalsPage *
hearth_approvals_page_new (HearthStore *store)
{
  HearthApprovalsPage *self = g_object_new (HEARTH_TYPE_APPROVALS_PAGE, NULL);

  self->store = g_object_ref (store);
  self->box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Approvals"), NULL, NULL);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
