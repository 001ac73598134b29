/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shift: everybody who is here in it, what is written of each, and signing it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/shift-page.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "rules/addenda.h"
#include "rules/whereabouts.h"
#include "views/begin.h"
#include "views/editor-acts.h"
#include "views/editor-page.h"
#include "views/handover-page.h"
#include "views/house-log-page.h"
#include "views/shift-keeper.h"
#include "views/shift-lines.h"
#include "views/shift-sign-dialog.h"
#include "views/tell.h"
#include "widgets/shift-strip.h"

#define DEBOUNCE_MS 200

struct _HearthShiftPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwBreakpoint *narrow;
  AdwWindowTitle *window_title;
  GtkWidget *sign_button;
  GtkWidget *house_log_button;
  GtkWidget *event_button;
  AdwBanner *banner;
  GtkWidget *late_box;
  GtkEditable *late_entry;
  GtkLabel *standing_label;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkBox *strip_box;
  GMenuModel *row_menu;

  /* Borrowed */
  HearthShiftGrid *grid;
  HearthShiftStrip *strip;
  GtkWidget *popover; /* the menu of a row; NULL while none is open */

  /* Owned */
  HearthStore *store;
  HearthShift *shift;
  HearthShiftKeeper *keeper;
  GPtrArray *lines; /* of HearthShiftLine */
  guint reload_source;
  guint focus_source;
};

G_DEFINE_FINAL_TYPE (HearthShiftPage, hearth_shift_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Words ---- */

static char *
count_words (HearthShiftPage *self)
{
  guint n_written = 0, n_signed = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      HearthShiftLineState state = hearth_shift_line_get_state (g_ptr_array_index (self->lines, i));

      n_written += state != HEARTH_SHIFT_LINE_EMPTY;
      n_signed += state == HEARTH_SHIFT_LINE_SIGNED;
    }
  if (self->lines->len > 0 && n_signed == self->lines->len)
    return g_strdup (_ ("All entries are signed"));
  /* Translators: how many residents of a shift have an entry: “18 of 24 written” */
  return g_strdup_printf (_ ("%u of %u written"), n_written, self->lines->len);
}

/* Who is in the house is said of now, not of an earlier shift. */
static void
append_headcount (HearthShiftPage *self, GString *words)
{
  g_autofree char *stamp = hearth_clock_stamp (hearth_store_get_clock (self->store));
  g_autoptr (GPtrArray) whereabouts = NULL;
  g_autofree char *present = NULL;
  HearthHeadcount count;

  if (!hearth_shift_holds (self->shift, stamp))
    return;
  whereabouts = hearth_whereabouts_list (self->store, NULL, NULL);
  if (whereabouts == NULL)
    return;
  count = hearth_headcount (whereabouts);
  present = hearth_headcount_dup_words (&count);
  if (*present != '\0')
    g_string_append_printf (words, " · %s", present);
}

/* Where something can still be written late, the reason is asked for. */
static void
show_late (HearthShiftPage *self)
{
  bool may_write = false;

  for (guint i = 0; i < self->lines->len && !may_write; i++)
    may_write = hearth_shift_line_get_editable (g_ptr_array_index (self->lines, i));
  gtk_widget_set_visible (self->late_box, may_write && hearth_shift_is_late (self->store, self->shift));
}

static void
show_standing (HearthShiftPage *self)
{
  g_autofree char *count = count_words (self);
  g_autoptr (GString) words = g_string_new (count);
  const char *problem = hearth_shift_keeper_get_problem (self->keeper);
  gboolean stacked;

  append_headcount (self, words);
  show_late (self);
  g_object_get (self->grid, "stacked", &stacked, NULL);
  /* There is no room for it in the header bar. */
  if (stacked)
    {
      g_autofree char *title = hearth_shift_dup_title (self->shift);

      g_string_prepend (words, " · ");
      g_string_prepend (words, title);
    }
  gtk_label_set_text (self->standing_label, words->str);
  if (problem != NULL)
    adw_banner_set_title (self->banner, problem);
  adw_banner_set_revealed (self->banner, problem != NULL);
}

static void
show_title (HearthShiftPage *self)
{
  g_autofree char *stamp = hearth_clock_stamp (hearth_store_get_clock (self->store));
  g_autofree char *title = hearth_shift_dup_title (self->shift);
  g_autofree char *hours = hearth_shift_dup_hours (self->shift);
  bool now = hearth_shift_holds (self->shift, stamp), late = hearth_shift_is_late (self->store, self->shift);
  g_autofree char *subtitle = now    ? g_strdup_printf (_ ("%s · now"), hours)
                              : late ? g_strdup_printf (_ ("%s · written late"), hours)
                                     : g_strdup (hours);
  g_autoptr (HearthShift) after = hearth_shift_new_after (self->store, self->shift);

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.later",
                                 hearth_shift_has_begun (self->store, after));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.now", !now);
}

/* ---- Rows ---- */

static HearthShiftLine *
find_line (HearthShiftPage *self, const char *resident)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      HearthShiftLine *line = g_ptr_array_index (self->lines, i);

      if (g_strcmp0 (hearth_record_get_id (hearth_shift_line_get_resident (line)), resident) == 0)
        return line;
    }
  return NULL;
}

static void
keep_lines (HearthShiftPage *self, GPtrArray *residents)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const HearthShiftResident *resident = g_ptr_array_index (residents, i);

      hearth_shift_keeper_add (self->keeper, g_ptr_array_index (self->lines, i), resident->entry);
    }
  hearth_shift_keeper_take_drafts (self->keeper);
}

/* Reads everything of the shift; the keyboard stays with the resident it is with. */
static void
load (HearthShiftPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) residents = NULL;
  HearthShiftLine *current = hearth_shift_grid_get_line (self->grid);
  g_autofree char *id =
    current != NULL ? g_strdup (hearth_record_get_id (hearth_shift_line_get_resident (current))) : NULL;
  bool had_keyboard = gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL;

  if (!hearth_shift_grid_take_typed (self->grid) || !hearth_shift_keeper_save_all (self->keeper))
    return;
  residents = hearth_shift_list_residents (self->store, self->shift, &error);
  if (residents == NULL)
    {
      hearth_tell_error (GTK_WIDGET (self), _ ("The shift cannot be shown"), error);
      return;
    }
  hearth_shift_keeper_forget (self->keeper);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = hearth_shift_lines_new (self->store, self->shift, residents);
  keep_lines (self, residents);
  hearth_shift_grid_set_lines (self->grid, self->lines);
  if (find_line (self, id) != NULL && had_keyboard)
    hearth_shift_grid_go (self->grid, find_line (self, id), NULL);
  gtk_stack_set_visible_child_name (self->stack, residents->len > 0 ? "grid" : "nobody");
  show_standing (self);
}

static gboolean
reload_cb (gpointer user_data)
{
  HearthShiftPage *self = user_data;

  self->reload_source = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthShiftPage *self, HearthShiftLine *line)
{
  hearth_shift_keeper_touch (self->keeper, line);
}

static void
left_cb (HearthShiftPage *self, HearthShiftLine *line)
{
  if (hearth_shift_line_get_state (line) == HEARTH_SHIFT_LINE_UNSAVED)
    hearth_shift_keeper_save (self->keeper, line);
}

static void
typing_cb (HearthShiftPage *self, HearthShiftLine *line)
{
  HearthShiftLine *typed_line = NULL;
  const HearthField *field = NULL;
  g_autofree char *text = hearth_shift_grid_dup_typed (self->grid, &typed_line, &field);

  hearth_shift_keeper_type (self->keeper, line, field, text);
}

/* Whether a choice of the shift is still to be made. */
static bool
is_unfinished (HearthShiftPage *self, HearthRecord *entry)
{
  for (const char *const *item = hearth_shift_get_items (self->shift->code); *item != NULL; item++)
    if (hearth_shift_count_options (hearth_record_type_lookup_field (&hearth_daily_log_type, *item)) > 0 &&
        !hearth_record_has (entry, *item))
      return true;
  return false;
}

/* What is filled is in the entry at once, and can be changed like anything else. */
static void
usual_cb (HearthShiftPage *self, HearthShiftLine *line)
{
  HearthRecord *entry = hearth_shift_line_get_entry (line);
  g_autoptr (GError) error = NULL;
  bool is_new = hearth_record_get_revision (entry) == 0;
  int n = hearth_shift_fill_as_usual (self->store, self->shift, entry, &error);

  if (n < 0)
    {
      hearth_tell_error (GTK_WIDGET (self), _ ("Nothing was filled in"), error);
      return;
    }
  /* Who is away has nothing to fill in, but that they are is written down. */
  if (n > 0 || (is_new && hearth_shift_line_get_dimmed (line)))
    hearth_shift_keeper_touch (self->keeper, line);
  else if (!hearth_shift_line_get_dimmed (line) && is_unfinished (self, entry))
    {
      hearth_shift_strip_tell (self->strip, _ ("nothing is usual here yet. What you choose now will be."));
      return;
    }
  hearth_shift_grid_move_on (self->grid);
}

static void
popover_closed_cb (HearthShiftPage *self)
{
  if (self->popover != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
drop_popover (HearthShiftPage *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
enable_row_actions (HearthShiftPage *self, HearthShiftLine *line)
{
  HearthRecord *stored = hearth_shift_keeper_get_stored (self->keeper, line);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "page.row-usual", hearth_shift_line_get_editable (line));
  gtk_widget_action_set_enabled (widget, "page.row-open", stored != NULL);
  gtk_widget_action_set_enabled (widget, "page.row-add",
                                 stored != NULL && hearth_addendum_may_add (self->store, stored));
  gtk_widget_action_set_enabled (widget, "page.row-move",
                                 stored != NULL && hearth_record_may_be_moved (self->store, stored));
}

/* A cell has no place for a popover of its own. */
static void
point_at (HearthShiftPage *self, GtkWidget *near)
{
  GtkWidget *parent = GTK_WIDGET (self->strip_box);
  graphene_rect_t bounds;

  gtk_widget_set_parent (self->popover, parent);
  if (gtk_widget_compute_bounds (near, parent, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
}

static void
menu_cb (HearthShiftPage *self, HearthShiftLine *line, GtkWidget *near)
{
  drop_popover (self);
  hearth_shift_grid_take_typed (self->grid);
  hearth_shift_keeper_save (self->keeper, line);
  hearth_shift_grid_go (self->grid, line, NULL);
  enable_row_actions (self, line);
  self->popover = gtk_popover_menu_new_from_model (self->row_menu);
  point_at (self, near);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
late_changed_cb (HearthShiftPage *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->late_entry)));

  hearth_shift_keeper_set_late_reason (self->keeper, reason);
}

static void
store_saved_cb (HearthShiftPage *self, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  /* Who is here, and what must be known of them; entries follow by themselves. */
  if (type != &hearth_resident_type && type != &hearth_stay_type && type != &hearth_leave_type &&
      type != &hearth_missing_episode_type && type != &hearth_alert_type && type != &hearth_allergy_type &&
      type != &hearth_house_type)
    return;
  if (self->reload_source == 0)
    self->reload_source = g_timeout_add (DEBOUNCE_MS, reload_cb, self);
}

static void
narrow_cb (HearthShiftPage *self)
{
  g_object_set (self->grid, "stacked", TRUE, NULL);
  show_standing (self);
}

static void
wide_cb (HearthShiftPage *self)
{
  g_object_set (self->grid, "stacked", FALSE, NULL);
  show_standing (self);
}

/* ---- Signing ---- */

static void
signed_cb (HearthShiftPage *self, guint n_signed)
{
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry is signed", "%u entries are signed", n_signed),
                     n_signed);

  load (self);
  hearth_toast (GTK_WIDGET (self), words, NULL);
}

static void
sign_go_cb (HearthShiftPage *self, const char *resident, const char *item)
{
  HearthShiftLine *line = find_line (self, resident);

  if (line == NULL)
    return;
  hearth_shift_grid_go (self->grid, line, item);
  if (item != NULL)
    hearth_shift_grid_open_words (self->grid);
}

static void
show_house_log (HearthShiftPage *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_house_log_page_new (self->store, self->shift)));
}

/* ---- Actions ---- */

static void
show_other (HearthShiftPage *self, HearthShift *shift)
{
  if (shift != NULL)
    hearth_shift_page_show (self, shift);
}

static void
earlier_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);
  g_autoptr (HearthShift) shift = hearth_shift_new_before (self->store, self->shift);

  show_other (self, shift);
}

static void
later_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);
  g_autoptr (HearthShift) shift = hearth_shift_new_after (self->store, self->shift);

  show_other (self, shift);
}

static void
now_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);
  g_autoptr (HearthShift) shift = hearth_shift_new_now (self->store);

  show_other (self, shift);
}

static void
sign_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);
  HearthShiftSignDialog *dialog;

  if (!hearth_shift_grid_take_typed (self->grid) || !hearth_shift_keeper_save_all (self->keeper))
    return;
  dialog = hearth_shift_sign_dialog_new (self->store, self->shift);
  g_signal_connect_object (dialog, "signed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "go", G_CALLBACK (sign_go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "house-log", G_CALLBACK (show_house_log), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* Also when the page is left or the house is locked. */
static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);

  hearth_shift_grid_take_typed (self->grid);
  hearth_shift_keeper_save_all (self->keeper);
}

static void
house_log_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_house_log (HEARTH_SHIFT_PAGE (widget));
}

static void
new_event_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);

  hearth_house_log_begin_event (widget, self->store, self->shift);
}

static void
handover_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_handover_page_new_for_shift (self->store,
                                                                                     self->shift)));
}

static void
add_to (HearthShiftPage *self, HearthRecord *stored)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (HearthRecord) addendum = hearth_addendum_new (stored);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, addendum)));
}

static void
row_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);
  HearthShiftLine *line = hearth_shift_grid_get_line (self->grid);
  HearthRecord *stored = line != NULL ? hearth_shift_keeper_get_stored (self->keeper, line) : NULL;

  if (line == NULL)
    return;
  if (g_str_equal (name, "page.row-usual"))
    hearth_shift_grid_ask_usual (self->grid);
  else if (g_str_equal (name, "page.row-file"))
    hearth_open_record (widget, self->store, hearth_shift_line_get_resident (line));
  else if (stored == NULL)
    return;
  else if (g_str_equal (name, "page.row-open"))
    hearth_open_record (widget, self->store, stored);
  else if (g_str_equal (name, "page.row-add"))
    add_to (self, stored);
  else
    hearth_record_ask_to_move (widget, self->store, stored);
}

/* ---- Overrides ---- */

static void
hearth_shift_page_showing (AdwNavigationPage *page)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (page);

  show_title (self);
  show_standing (self);
}

static gboolean
take_focus_cb (gpointer user_data)
{
  HearthShiftPage *self = user_data;

  self->focus_source = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  return G_SOURCE_REMOVE;
}

/* Whoever comes here comes to write: the first key is an entry's already. In a narrow window the page slides in first, and
 * brings the keyboard to its first button. */
static void
hearth_shift_page_map (GtkWidget *widget)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);

  GTK_WIDGET_CLASS (hearth_shift_page_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (take_focus_cb, self);
}

static void
hearth_shift_page_unmap (GtkWidget *widget)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (widget);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  drop_popover (self);
  hearth_shift_grid_take_typed (self->grid);
  hearth_shift_keeper_save_all (self->keeper);
  GTK_WIDGET_CLASS (hearth_shift_page_parent_class)->unmap (widget);
}

static void
hearth_shift_page_dispose (GObject *object)
{
  HearthShiftPage *self = HEARTH_SHIFT_PAGE (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  drop_popover (self);
  g_clear_object (&self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_SHIFT_PAGE);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->shift, hearth_shift_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_shift_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/shift-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, event_button);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, house_log_button);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, late_box);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, late_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, row_menu);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, standing_label);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, strip_box);
  gtk_widget_class_bind_template_child (widget_class, HearthShiftPage, window_title);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const of_row[] = { "page.row-usual", "page.row-open", "page.row-file", "page.row-add",
                                        "page.row-move" };

  gtk_widget_class_install_action (widget_class, "page.earlier", NULL, earlier_action_cb);
  gtk_widget_class_install_action (widget_class, "page.later", NULL, later_action_cb);
  gtk_widget_class_install_action (widget_class, "page.now", NULL, now_action_cb);
  gtk_widget_class_install_action (widget_class, "page.sign", NULL, sign_action_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "page.keep-draft", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "page.house-log", NULL, house_log_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-event", NULL, new_event_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_event_action_cb);
  gtk_widget_class_install_action (widget_class, "page.handover", NULL, handover_action_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (of_row); i++)
    gtk_widget_class_install_action (widget_class, of_row[i], NULL, row_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "page.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "page.later", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "page.sign", NULL);
}

static void
hearth_shift_page_class_init (HearthShiftPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_shift_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = hearth_shift_page_showing;
  widget_class->map = hearth_shift_page_map;
  widget_class->unmap = hearth_shift_page_unmap;
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
hearth_shift_page_init (HearthShiftPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (self->late_entry, "changed", G_CALLBACK (late_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrow, "apply", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrow, "unapply", G_CALLBACK (wide_cb), self, G_CONNECT_SWAPPED);
}

static void
make_grid (HearthShiftPage *self)
{
  self->grid = hearth_shift_grid_new ();
  hearth_shift_grid_set_words_funcs (self->grid, hearth_shift_asks_for_words, hearth_shift_lookup_wordless);
  g_signal_connect_object (self->grid, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "typing", G_CALLBACK (typing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "usual", G_CALLBACK (usual_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->grid));
  self->strip = hearth_shift_strip_new (self->grid);
  gtk_widget_set_hexpand (GTK_WIDGET (self->strip), TRUE);
  gtk_box_append (self->strip_box, GTK_WIDGET (self->strip));
}

/* ---- Public ---- */

HearthShiftPage *
hearth_shift_page_new (HearthStore *store)
{
  HearthShiftPage *self = g_object_new (HEARTH_TYPE_SHIFT_PAGE, NULL);
  HearthPolicy *policy = hearth_store_get_policy (store);
  g_autoptr (HearthShift) shift = hearth_shift_new_now (store);
  bool writes = hearth_policy_may_write (policy, &hearth_daily_log_type, NULL, NULL),
       writes_events = hearth_policy_may_write (policy, &hearth_house_event_type, NULL, NULL);

  self->store = g_object_ref (store);
  self->keeper = hearth_shift_keeper_new (store, GTK_WIDGET (self));
  make_grid (self);
  gtk_widget_set_visible (self->sign_button, writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.sign", writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new-event", writes_events);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", writes_events);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (show_standing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "saved", G_CALLBACK (store_saved_cb), self, G_CONNECT_SWAPPED);
  hearth_shift_page_show (self, shift);
  return self;
}

void
hearth_shift_page_show (HearthShiftPage *self, const HearthShift *shift)
{
  g_return_if_fail (HEARTH_IS_SHIFT_PAGE (self));
  g_return_if_fail (shift != NULL);

  /* What is typed belongs to the shift that was shown until now, and is not left behind. */
  if (!hearth_shift_grid_take_typed (self->grid) || !hearth_shift_keeper_save_all (self->keeper))
    {
      show_standing (self);
      return;
    }
  gtk_editable_set_text (self->late_entry, "");
  g_clear_pointer (&self->shift, hearth_shift_free);
  self->shift = hearth_shift_new (self->store, shift->date, shift->code);
  hearth_shift_keeper_forget (self->keeper);
  hearth_shift_grid_set_items (self->grid, &hearth_daily_log_type, hearth_shift_get_items (shift->code));
  show_title (self);
  load (self);
}

const HearthShift *
hearth_shift_page_get_shift (HearthShiftPage *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_PAGE (self), NULL);
  return self->shift;
}

HearthShiftGrid *
hearth_shift_page_get_grid (HearthShiftPage *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_PAGE (self), NULL);
  return self->grid;
}
