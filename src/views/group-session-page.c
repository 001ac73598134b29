/* SPDX-License-Identifier: GPL-3.0-or-later
 * A session with a group: what it was about, and who took part.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/group-session-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/seen.h"
#include "views/editor-page.h"
#include "views/follow.h"
#include "views/group-session-list.h"
#include "views/history-page.h"
#include "views/plain-page.h"

#define WIDEST 860

struct _HearthGroupSessionPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  AdwHeaderBar *bar;
  GtkLabel *title_label;
  GtkLabel *when_label;
  GtkLabel *done_label;
  HearthGroupSessionList *list;
  bool begins; /* the lines are what comes next */

  /* Owned */
  HearthStore *store;
  HearthRecord *session;
};

G_DEFINE_FINAL_TYPE (HearthGroupSessionPage, hearth_group_session_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Showing ---- */

static bool
may_edit (HearthGroupSessionPage *self)
{
  return hearth_record_is_open (self->session) &&
         hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_group_session_type, NULL,
                                  NULL);
}

/* Adds @words, which it takes, with a dot before them where there is something already. */
static void
append (GString *line, char *words)
{
  if (*words != '\0')
    g_string_append_printf (line, "%s\u2068%s\u2069", line->len > 0 ? " · " : "", words);
  g_free (words);
}

/* "3 May 2026 · 14:00–15:30 · Garden · Ana" */
static char *
describe (HearthGroupSessionPage *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *start = hearth_time_format (hearth_record_get (self->session, "start"));
  g_autofree char *end = hearth_time_format (hearth_record_get (self->session, "end"));

  append (line, hearth_date_format (hearth_record_get (self->session, "date")));
  append (line, *end != '\0' ? g_strdup_printf ("%s–%s", start, end) : g_strdup (start));
  append (line, g_strdup (hearth_record_get (self->session, "unit")));
  append (line, g_strdup (hearth_record_get (self->session, "place")));
  append (line, hearth_store_dup_link_title (self->store, hearth_record_get (self->session, "leaders")));
  return g_string_free_and_steal (g_steal_pointer (&line));
}

static void
show (gpointer owner)
{
  HearthGroupSessionPage *self = owner;
  g_autofree char *when = describe (self);

  gtk_label_set_label (self->title_label, hearth_record_get (self->session, "topic"));
  gtk_label_set_label (self->when_label, when);
  gtk_label_set_label (self->done_label, hearth_record_get (self->session, "done"));
  gtk_widget_set_visible (GTK_WIDGET (self->done_label), hearth_record_has (self->session, "done"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", may_edit (self));
}

static void
list_edited_cb (HearthGroupSessionPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save",
                                 hearth_group_session_list_is_changed (self->list));
}

/* ---- Actions ---- */

static void
push (HearthGroupSessionPage *self, AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), page);
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_group_session_list_save (HEARTH_GROUP_SESSION_PAGE (widget)->list);
}

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthGroupSessionPage *self = HEARTH_GROUP_SESSION_PAGE (widget);

  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, self->session)));
}

static void
history_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthGroupSessionPage *self = HEARTH_GROUP_SESSION_PAGE (widget);

  hearth_history_page_open (widget, self->store, self->session);
}

/* ---- Overrides ---- */

static void
hearth_group_session_page_showing (AdwNavigationPage *page)
{
  HearthGroupSessionPage *self = HEARTH_GROUP_SESSION_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (hearth_group_session_page_parent_class)->showing (page);
  show (self);
}

static void
hearth_group_session_page_shown (AdwNavigationPage *page)
{
  HearthGroupSessionPage *self = HEARTH_GROUP_SESSION_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (hearth_group_session_page_parent_class)->shown (page);
  if (self->begins)
    hearth_group_session_list_focus (self->list);
  self->begins = false;
}

/* Whoever goes back from the last line has not left it for another. */
static void
hearth_group_session_page_hiding (AdwNavigationPage *page)
{
  HearthGroupSessionPage *self = HEARTH_GROUP_SESSION_PAGE (page);

  if (hearth_group_session_list_is_changed (self->list))
    hearth_group_session_list_save (self->list);
  ADW_NAVIGATION_PAGE_CLASS (hearth_group_session_page_parent_class)->hiding (page);
}

static void
hearth_group_session_page_dispose (GObject *object)
{
  HearthGroupSessionPage *self = HEARTH_GROUP_SESSION_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hearth_group_session_page_parent_class)->dispose (object);
}

static void
hearth_group_session_page_class_init (HearthGroupSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_group_session_page_dispose;
  page_class->showing = hearth_group_session_page_showing;
  page_class->shown = hearth_group_session_page_shown;
  page_class->hiding = hearth_group_session_page_hiding;
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "page.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "page.keep-draft", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action_cb);
}

static void
hearth_group_session_page_init (HearthGroupSessionPage *self)
{
}

static void
add_buttons (HearthGroupSessionPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *more = gtk_menu_button_new (), *save = gtk_button_new_with_mnemonic (_ ("_Save"));

  g_menu_append (menu, _ ("_Change what is written"), "page.edit");
  g_menu_append (menu, _ ("_History"), "page.history");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (more), TRUE);
  gtk_widget_set_tooltip_text (more, _ ("More"));
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_tooltip_text (save, _ ("Save the lines (Ctrl+S)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "page.save");
  adw_header_bar_pack_end (self->bar, more);
  adw_header_bar_pack_end (self->bar, save);
}

/* A line stands beside its name where there is room. */
static void
widen (GtkWidget *box)
{
  GtkWidget *clamp = gtk_widget_get_ancestor (box, ADW_TYPE_CLAMP);

  g_return_if_fail (clamp != NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_head (HearthGroupSessionPage *self, GtkBox *box)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title_label = add_label (head, "title-2");
  self->when_label = add_label (head, "dimmed");
  self->done_label = add_label (head, NULL);
  gtk_label_set_selectable (self->done_label, TRUE);
  gtk_box_append (box, head);
}

/* ---- Public ---- */

HearthGroupSessionPage *
hearth_group_session_page_new (HearthStore *store, HearthRecord *session)
{
  HearthGroupSessionPage *self = g_object_new (HEARTH_TYPE_GROUP_SESSION_PAGE, NULL);
  GtkBox *box;

  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Group session"), NULL, &self->bar);
  add_buttons (self);
  widen (GTK_WIDGET (box));
  add_head (self, box);
  self->list = hearth_group_session_list_new (store, session);
  gtk_box_append (box, GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "edited", G_CALLBACK (list_edited_cb), self, G_CONNECT_SWAPPED);
  list_edited_cb (self);
  hearth_follow (self, session, "notify", show);
  show (self);
  return self;
}

AdwNavigationPage *
hearth_group_session_make_page (HearthStore *store, HearthRecord *session, GError **error)
{
  if (!hearth_seen_note (store, session, error))
    return NULL;
  return ADW_NAVIGATION_PAGE (hearth_group_session_page_new (store, session));
}

void
hearth_group_session_fill_in (HearthStore *store, HearthRecord *session)
{
  HearthRecord *account = hearth_store_get_account (store);

  if (account != NULL && !hearth_record_has (session, "leaders"))
    hearth_record_set (session, "leaders", hearth_record_get_id (account));
}

AdwNavigationPage *
hearth_group_session_make_parting (HearthStore *store, HearthRecord *session)
{
  HearthGroupSessionPage *page = hearth_group_session_page_new (store, session);

  page->begins = true;
  return ADW_NAVIGATION_PAGE (page);
}
