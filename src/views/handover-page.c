/* SPDX-License-Identifier: GPL-3.0-or-later
 * Handing over: what the next shift must know, gathered from what was written; signed by who goes, read by who comes.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/handover-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/handover.h"
#include "rules/whereabouts.h"
#include "views/editor-acts.h"
#include "views/editor-page.h"
#include "views/follow.h"
#include "views/notice-group.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/report-page.h"
#include "views/tell.h"

#define EARLIER_DAYS 14
#define MOST_EARLIER 12

struct _HearthHandoverPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  AdwWindowTitle *window_title;
  GtkLabel *count_label;
  AdwPreferencesGroup *state_group;
  GtkListBox *read_list;
  GtkWidget *sign_button;
  GtkWidget *read_box;
  GtkEditable *read_note;
  AdwPreferencesGroup *notes_group;
  GtkLabel *notes_label;
  GtkButton *write_button;
  GtkBox *notices_box;
  AdwPreferencesGroup *earlier_group;
  GtkListBox *earlier_list;

  /* Owned */
  HearthStore *store;
  HearthRecord *handover;
  HearthShift *shift;
  bool follows_duty; /* the section's first page: another handover may have to be read next */
};

G_DEFINE_FINAL_TYPE (HearthHandoverPage, hearth_handover_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Helpers ---- */

static bool
may_write (HearthHandoverPage *self)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_handover_type, NULL, NULL);
}

static bool
is_saved (HearthHandoverPage *self)
{
  return hearth_record_get_revision (self->handover) > 0;
}

static bool
is_signed (HearthHandoverPage *self)
{
  return g_str_equal (hearth_record_get (self->handover, "state"), HEARTH_STATE_SIGNED);
}

static bool
wants_reading (HearthHandoverPage *self)
{
  g_autoptr (GError) error = NULL;

  return is_signed (self) && !hearth_handover_is_read (self->store, self->handover, &error) &&
         error == NULL &&
         hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_handover_read_type, NULL,
                                  NULL);
}

static char *
describe_person_and_time (HearthHandoverPage *self,
                          HearthRecord *record,
                          const char *person,
                          const char *time)
{
  g_autofree char *name = hearth_store_dup_link_title (self->store, hearth_record_get (record, person));
  g_autofree char *when = hearth_instant_format (hearth_record_get (record, time));

  return g_strdup_printf ("%s, %s", name, when);
}

/* ---- What is shown ---- */

/* @part: (transfer full): said only where there is anybody. */
static void
append (GString *words, unsigned int n, char *part)
{
  if (n > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
  g_free (part);
}

static void
append_names (GString *words, GPtrArray *whereabouts, HearthWhere where)
{
  guint n = 0;

  for (guint i = 0; i < whereabouts->len; i++)
    {
      const HearthWhereabouts *one = g_ptr_array_index (whereabouts, i);

      if (one->where == where)
        g_string_append_printf (words, "%s\u2068%s\u2069", n++ == 0 ? ": " : ", ",
                                hearth_record_get (one->resident, "name_used"));
    }
}

/* Who is in the house now; those who are late or missing by name. */
static void
show_count (HearthHandoverPage *self)
{
  g_autoptr (GPtrArray) whereabouts = hearth_whereabouts_list (self->store, NULL, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  HearthHeadcount count;

  gtk_widget_set_visible (GTK_WIDGET (self->count_label), whereabouts != NULL);
  if (whereabouts == NULL)
    return;
  count = hearth_headcount (whereabouts);
  append (words, count.present, g_strdup_printf (_ ("%u in the house now"), count.present));
  append (words, count.away, g_strdup_printf (_ ("%u away"), count.away));
  append (words, count.late, g_strdup_printf (_ ("%u late"), count.late));
  if (count.late > 0)
    append_names (words, whereabouts, HEARTH_WHERE_LATE);
  append (words, count.missing, g_strdup_printf (_ ("%u missing"), count.missing));
  if (count.missing > 0)
    append_names (words, whereabouts, HEARTH_WHERE_MISSING);
  gtk_label_set_text (self->count_label, words->str);
}

static char *
describe_state (HearthHandoverPage *self)
{
  g_autofree char *signature = NULL;

  if (!is_signed (self))
    return g_strdup (may_write (self)
                       ? _ ("Not signed yet. Sign when you go: the next shift is asked to read it.")
                       : _ ("Not signed yet."));
  signature = describe_person_and_time (self, self->handover, "changed_by", "changed_at");
  /* Translators: a person, and a day and time */
  return g_strdup_printf (_ ("Signed by %s"), signature);
}

static void
show_reads (HearthHandoverPage *self)
{
  g_autoptr (GPtrArray) reads =
    is_signed (self) ? hearth_handover_list_reads (self->store, self->handover, NULL) : NULL;

  gtk_list_box_remove_all (self->read_list);
  for (guint i = 0; reads != NULL && i < reads->len; i++)
    {
      HearthRecord *read = g_ptr_array_index (reads, i);
      g_autofree char *signature = describe_person_and_time (self, read, "created_by", "created_at");
      g_autofree char *title = g_strdup_printf (_ ("Read by %s"), signature);
      GtkWidget *row = hearth_plain_row_new (title, hearth_record_get (read, "note"));

      hearth_plain_row_add_icon (row, "object-select-symbolic");
      gtk_list_box_append (self->read_list, row);
    }
  if (is_signed (self) && (reads == NULL || reads->len == 0))
    gtk_list_box_append (self->read_list,
                         hearth_plain_row_new (_ ("Nobody of the next shift has read it yet"), ""));
  gtk_widget_set_visible (GTK_WIDGET (self->read_list), is_signed (self));
}

static void
show_state (HearthHandoverPage *self)
{
  g_autofree char *words = describe_state (self);

  hearth_plain_page_describe_group (self->state_group, words);
  gtk_widget_set_visible (self->sign_button, !is_signed (self) && may_write (self));
  gtk_widget_set_visible (self->read_box, wants_reading (self));
  show_reads (self);
}

static void
show_notes (HearthHandoverPage *self)
{
  const char *notes = hearth_record_get (self->handover, "notes");
  bool writes = !is_signed (self) && may_write (self);

  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), *notes != '\0' || writes);
  gtk_label_set_text (self->notes_label, *notes != '\0' ? notes : _ ("Nothing more."));
  gtk_button_set_label (self->write_button, *notes != '\0' ? _ ("Change…") : _ ("Write…"));
  gtk_widget_set_visible (GTK_WIDGET (self->write_button), writes);
}

static void
show_notices (HearthHandoverPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = hearth_handover_collect (self->store, self->handover, &error);
  g_autofree char *sentence = NULL;

  if (notices == NULL)
    {
      notices = g_ptr_array_new ();
      sentence = hearth_store_error_to_sentence (error);
    }
  hearth_notice_groups_show (self->notices_box, notices, today, _ ("Look at this"),
                             sentence != NULL ? sentence
                                              : _ ("Nothing was written that the next shift must know."));
}

static char *
dup_shift_title (HearthHandoverPage *self, HearthRecord *handover)
{
  g_autoptr (HearthShift) shift = hearth_shift_new (self->store, hearth_record_get (handover, "date"),
                                                    hearth_record_get (handover, "shift"));

  return shift != NULL ? hearth_shift_dup_title (shift) : hearth_record_dup_title (handover);
}

static void
add_earlier (HearthHandoverPage *self, HearthRecord *handover)
{
  g_autofree char *title = dup_shift_title (self, handover);
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (g_str_equal (hearth_record_get (handover, "state"), HEARTH_STATE_SIGNED))
    {
      g_autofree char *signature = describe_person_and_time (self, handover, "changed_by", "changed_at");

      words = g_strdup_printf (_ ("Signed by %s"), signature);
    }
  row = hearth_plain_row_new_for_record (title, words != NULL ? words : _ ("Not signed"),
                                         hearth_record_get_id (handover));
  hearth_plain_row_add_arrow (row);
  gtk_list_box_append (self->earlier_list, row);
}

static void
show_earlier (HearthHandoverPage *self)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_handover_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *from = hearth_date_add_days (today, -EARLIER_DAYS);
  g_autoptr (GListModel) handovers = NULL;
  guint n = 0;

  gtk_list_box_remove_all (self->earlier_list);
  hearth_query_set_period (query, from, NULL);
  handovers = hearth_store_list (self->store, query, NULL);
  for (guint i = 0; handovers != NULL && i < g_list_model_get_n_items (handovers) && n < MOST_EARLIER; i++)
    {
      g_autoptr (HearthRecord) handover = g_list_model_get_item (handovers, i);

      if (g_str_equal (hearth_record_get_id (handover), hearth_record_get_id (self->handover)))
        continue;
      add_earlier (self, handover);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_group), n > 0);
}

static void
show (gpointer owner)
{
  HearthHandoverPage *self = owner;
  g_autofree char *title = dup_shift_title (self, self->handover);

  adw_window_title_set_subtitle (self->window_title, title);
  show_count (self);
  show_state (self);
  show_notes (self);
  show_notices (self);
  show_earlier (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.own", self->follows_duty);
}

/* ---- Which one ---- */

static void
set_handover (HearthHandoverPage *self, HearthRecord *handover)
{
  g_set_object (&self->handover, handover);
  g_clear_pointer (&self->shift, hearth_shift_free);
  self->shift = hearth_shift_new (self->store, hearth_record_get (handover, "date"),
                                  hearth_record_get (handover, "shift"));
}

static void
take_shift (HearthHandoverPage *self, const HearthShift *shift)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) handover = hearth_handover_begin (self->store, shift, &error);

  if (handover == NULL)
    {
      /* Whoever may not read handovers has no way to this page; anything else is the store's trouble. */
      g_autofree char *sentence = hearth_store_error_to_sentence (error);

      g_warning ("The handover cannot be shown: %s", sentence);
      handover = hearth_record_new (&hearth_handover_type);
      hearth_record_set (handover, "date", shift->date);
      hearth_record_set (handover, "shift", shift->code);
    }
  set_handover (self, handover);
}

/* What is to be read comes before what is to be written. */
static void
take_by_duty (HearthHandoverPage *self)
{
  g_autoptr (GPtrArray) unread = hearth_handovers_list_unread (self->store, NULL);
  g_autoptr (HearthShift) shift = hearth_shift_new_now (self->store);

  if (unread != NULL && unread->len > 0)
    set_handover (self, g_ptr_array_index (unread, 0));
  else
    take_shift (self, shift);
}

/* ---- Actions ---- */

static bool
ensure_saved (HearthHandoverPage *self)
{
  g_autoptr (GError) error = NULL;

  if (is_saved (self))
    return true;
  if (hearth_store_save (self->store, self->handover, NULL, NULL, &error))
    return true;
  hearth_tell_error (GTK_WIDGET (self), _ ("Not saved yet"), error);
  return false;
}

static void
sign_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHandoverPage *self = HEARTH_HANDOVER_PAGE (widget);

  if (ensure_saved (self))
    hearth_record_ask_to_sign (widget, self->store, self->handover);
}

static void
read_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHandoverPage *self = HEARTH_HANDOVER_PAGE (widget);
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->read_note)));
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) read = NULL;

  if (!wants_reading (self))
    return;
  read = hearth_handover_mark_read (self->store, self->handover, *note != '\0' ? note : NULL, &error);
  if (read == NULL)
    {
      hearth_tell_error (widget, _ ("Not signed yet"), error);
      return;
    }
  gtk_editable_set_text (self->read_note, "");
  show (self);
  hearth_toast (widget, _ ("You have read it"), NULL);
}

static void
write_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHandoverPage *self = HEARTH_HANDOVER_PAGE (widget);
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  HearthEditorPage *page = hearth_editor_page_new (self->store, self->handover);

  hearth_editor_page_begin_at (page, "notes");
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
}

static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHandoverPage *self = HEARTH_HANDOVER_PAGE (widget);

  if (is_saved (self) || (may_write (self) && ensure_saved (self)))
    hearth_report_page_open (widget, self->store, self->handover, "handover");
}

/* The one of the shift that runs now, also while another waits to be read. */
static void
own_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHandoverPage *self = HEARTH_HANDOVER_PAGE (widget);
  g_autoptr (HearthShift) shift = hearth_shift_new_now (self->store);

  take_shift (self, shift);
  show (self);
}

/* ---- Following ---- */

/* A new one that is saved elsewhere, such as in its form, is the one to show. */
static void
follow (gpointer owner)
{
  HearthHandoverPage *self = owner;

  if (!is_saved (self))
    take_shift (self, self->shift);
  show (self);
}

static void
hearth_handover_page_showing (AdwNavigationPage *page)
{
  follow (page);
}

/* ---- Making ---- */

static void
hearth_handover_page_dispose (GObject *object)
{
  HearthHandoverPage *self = HEARTH_HANDOVER_PAGE (object);

  g_clear_object (&self->handover);
  g_clear_pointer (&self->shift, hearth_shift_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_handover_page_parent_class)->dispose (object);
}

static void
hearth_handover_page_class_init (HearthHandoverPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_handover_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = hearth_handover_page_showing;
  gtk_widget_class_install_action (widget_class, "page.own", NULL, own_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.read", NULL, read_action_cb);
  gtk_widget_class_install_action (widget_class, "page.sign", NULL, sign_action_cb);
  gtk_widget_class_install_action (widget_class, "page.write", NULL, write_action_cb);
}

static void
hearth_handover_page_init (HearthHandoverPage *self)
{
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
make_button (const char *label, const char *action, bool suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

/* Signing for having read: with a word about what was unclear, or without. */
static void
make_read_box (HearthHandoverPage *self)
{
  GtkWidget *list = gtk_list_box_new (), *entry = adw_entry_row_new (),
            *button = make_button (_ ("I have _read it"), "page.read", true);

  self->read_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Something unclear? (may stay empty)"));
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  self->read_note = GTK_EDITABLE (entry);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->read_box), list);
  gtk_box_append (GTK_BOX (self->read_box), button);
}

static void
make_state (HearthHandoverPage *self, GtkBox *column)
{
  self->state_group = hearth_plain_page_add_group (column, _ ("From one shift to the next"), NULL);
  self->sign_button = make_button (_ ("_Sign…"), "page.sign", true);
  adw_preferences_group_set_header_suffix (self->state_group, self->sign_button);
  self->read_list = hearth_plain_page_add_list (self->state_group, _ ("Who has read it"));
  make_read_box (self);
  gtk_widget_set_margin_top (self->read_box, 12);
  adw_preferences_group_add (self->state_group, self->read_box);
}

static void
make_notes (HearthHandoverPage *self, GtkBox *column)
{
  GtkWidget *button = make_button ("", "page.write", false),
            *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->notes_group = hearth_plain_page_add_group (column, _ ("What else the next shift must know"), NULL);
  self->write_button = GTK_BUTTON (button);
  adw_preferences_group_set_header_suffix (self->notes_group, button);
  self->notes_label = make_label (NULL);
  gtk_label_set_selectable (self->notes_label, TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->notes_label), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->notes_label), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->notes_label), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->notes_label), 12);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->notes_label));
  adw_preferences_group_add (self->notes_group, card);
}

static void
make_content (HearthHandoverPage *self)
{
  AdwHeaderBar *bar;
  GtkBox *column = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Handover"), NULL, &bar);
  GtkWidget *print = gtk_button_new_from_icon_name ("document-print-symbolic"),
            *own = gtk_button_new_from_icon_name ("document-edit-symbolic");

  self->window_title = ADW_WINDOW_TITLE (adw_header_bar_get_title_widget (bar));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "page.print");
  gtk_widget_set_tooltip_text (print, _ ("Print (Ctrl+P)"));
  adw_header_bar_pack_end (bar, print);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (own), "page.own");
  gtk_widget_set_tooltip_text (own, _ ("The handover of this shift"));
  gtk_widget_set_visible (own, self->follows_duty);
  adw_header_bar_pack_start (bar, own);
  self->count_label = make_label ("heading");
  gtk_box_append (column, GTK_WIDGET (self->count_label));
  make_state (self, column);
  make_notes (self, column);
  self->notices_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (column, GTK_WIDGET (self->notices_box));
  self->earlier_group = hearth_plain_page_add_group (column, _ ("Earlier handovers"), NULL);
  self->earlier_list = hearth_plain_page_add_list (self->earlier_group, _ ("Earlier handovers"));
}

static HearthHandoverPage *
make_page (HearthStore *store, bool follows_duty)
{
  HearthHandoverPage *self = g_object_new (HEARTH_TYPE_HANDOVER_PAGE, NULL);

  self->store = g_object_ref (store);
  self->follows_duty = follows_duty;
  make_content (self);
  return self;
}

static HearthHandoverPage *
finish (HearthHandoverPage *self)
{
  show (self);
  hearth_follow (self, self->store, "saved", follow);
  return self;
}

/* ---- Public ---- */

HearthHandoverPage *
hearth_handover_page_new (HearthStore *store)
{
  HearthHandoverPage *self = make_page (store, true);

  take_by_duty (self);
  return finish (self);
}

HearthHandoverPage *
hearth_handover_page_new_for_shift (HearthStore *store, const HearthShift *shift)
{
  HearthHandoverPage *self = make_page (store, false);

  take_shift (self, shift);
  return finish (self);
}

HearthHandoverPage *
hearth_handover_page_new_for_record (HearthStore *store, HearthRecord *handover)
{
  HearthHandoverPage *self = make_page (store, false);

  set_handover (self, handover);
  return finish (self);
}

HearthRecord *
hearth_handover_page_get_record (HearthHandoverPage *self)
{
  g_return_val_if_fail (HEARTH_IS_HANDOVER_PAGE (self), NULL);
  return self->handover;
}
