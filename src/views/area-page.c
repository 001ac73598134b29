/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page of a profession: of the house, or of one resident.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area-page.h"

#include <glib/gi18n-lib.h>

#include "records/registry.h"
#include "records/types.h"
#include "report/report-kind.h"
#include "views/begin.h"
#include "views/file-page.h"
#include "views/follow.h"
#include "views/plain-page.h"
#include "views/record-kinds.h"
#include "views/records-page.h"
#include "views/report-page.h"
#include "views/resident-alerts.h"
#include "views/tell.h"
#include "widgets/alert-chips.h"

#define WIDEST 1100
#define TIGHTENS_AT 900
#define ONE_COLUMN_WIDEST 720
#define SPACING 24

/* A part of the page: it is invisible while it has nothing for this reader. */
typedef struct {
  const HearthAreaPart *part;
  AdwBin *bin;
} Place;

/* Where the keyboard is: in which part, at what; @target: what the row or button there does. */
typedef struct {
  int place; /* -1: in none */
  char *action;
  GVariant *target;
} Spot;

struct _HearthAreaPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  GtkBox *content; /* what is wide, then the columns */
  GtkBox *wide;
  GtkBox *columns;
  GtkBox *first;
  GtkBox *second;
  AdwClamp *clamp;
  AdwButtonContent *new_content; /* NULL where nothing may be added */
  GtkFilter *current; /* of the alerts; NULL for the house */
  const HearthArea *area;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident; /* NULL: the house */
  GArray *places;         /* of Place */
  Spot spot;              /* where the keyboard was last */
  bool outdated;          /* something was saved since the parts were made */
  bool coming_back;       /* the page is shown again, and the keyboard is not back yet */
};

static void hearth_area_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthAreaPage,
                               hearth_area_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE, hearth_area_page_file_page_init))

/* ---- Helpers ---- */

static const char *
get_resident_id (HearthAreaPage *self)
{
  return self->resident != NULL ? hearth_record_get_id (self->resident) : NULL;
}

static bool
may_add (HearthAreaPage *self, const HearthRecordType *type)
{
  /* What is the house's is not begun in somebody's file. */
  return (self->resident == NULL || type->owner != HEARTH_OWNER_HOUSE) &&
         !hearth_record_kind_get (type)->made_elsewhere &&
         hearth_policy_may_write (hearth_store_get_policy (self->store), type, NULL, get_resident_id (self));
}

/* ---- Where the keyboard is ---- */

static void
spot_clear (Spot *spot)
{
  spot->place = -1;
  g_clear_pointer (&spot->action, g_free);
  g_clear_pointer (&spot->target, g_variant_unref);
}

static int
find_place (HearthAreaPage *self, GtkWidget *widget)
{
  for (unsigned int i = 0; i < self->places->len; i++)
    if (gtk_widget_is_ancestor (widget, GTK_WIDGET (g_array_index (self->places, Place, i).bin)))
      return (int) i;
  return -1;
}

/* Remembers what @focus does, or the row it is in. */
static void
spot_take (HearthAreaPage *self, GtkWidget *focus)
{
  spot_clear (&self->spot);
  self->spot.place = find_place (self, focus);
  for (GtkWidget *widget = focus; self->spot.place >= 0 && widget != GTK_WIDGET (self);
       widget = gtk_widget_get_parent (widget))
    if (GTK_IS_ACTIONABLE (widget) && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL)
      {
        GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));

        self->spot.action = g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)));
        self->spot.target = target != NULL ? g_variant_ref (target) : NULL;
        return;
      }
}

static bool
is_spot (const Spot *spot, GtkWidget *widget)
{
  GVariant *target;

  if (!GTK_IS_ACTIONABLE (widget) ||
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), spot->action) != 0)
    return false;
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));
  return target == spot->target ||
         (target != NULL && spot->target != NULL && g_variant_equal (target, spot->target));
}

static GtkWidget *
find_spot (const Spot *spot, GtkWidget *widget)
{
  GtkWidget *found = spot->action != NULL && is_spot (spot, widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_spot (spot, child);
  return found;
}

/* At what it was; else at the first thing of the same part. */
static void
restore_focus (HearthAreaPage *self, const Spot *spot)
{
  GtkWidget *bin, *found;

  if (spot->place < 0)
    return;
  bin = GTK_WIDGET (g_array_index (self->places, Place, spot->place).bin);
  found = find_spot (spot, bin);
  if (found == NULL)
    found = find_spot (spot, GTK_WIDGET (self->content));
  if (found == NULL || !gtk_widget_grab_focus (found))
    gtk_widget_child_focus (gtk_widget_get_visible (bin) ? bin : GTK_WIDGET (self->content),
                            GTK_DIR_TAB_FORWARD);
}

static Spot
spot_copy (const Spot *spot)
{
  return (Spot) { .place = spot->place,
                  .action = g_strdup (spot->action),
                  .target = spot->target != NULL ? g_variant_ref (spot->target) : NULL };
}

static GtkWidget *
get_focus (HearthAreaPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static void
focus_moved_cb (HearthAreaPage *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus != NULL && !self->coming_back)
    spot_take (self, focus);
}

/* ---- Showing ---- */

static GtkWidget *
frame_part (const HearthAreaPart *part, GtkWidget *content)
{
  GtkWidget *group;
  g_autofree char *title = NULL;

  if (content == NULL || part->title == NULL)
    return content;
  group = adw_preferences_group_new ();
  title = g_markup_escape_text (_ (part->title), -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), content);
  return group;
}

static GtkWidget *
make_part (HearthAreaPage *self, const HearthAreaPart *part)
{
  return part->make_shared != NULL ? part->make_shared (self->area, self->store, self->resident)
                                   : part->make (self->store, self->resident);
}

static bool
has_visible (GtkBox *box)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL && !gtk_widget_get_visible (child))
    child = gtk_widget_get_next_sibling (child);
  return child != NULL;
}

static void
show_parts (HearthAreaPage *self)
{
  for (unsigned int i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      GtkWidget *content;

      if (place->part->lasting && adw_bin_get_child (place->bin) != NULL)
        continue;
      content = frame_part (place->part, make_part (self, place->part));
      adw_bin_set_child (place->bin, content);
      gtk_widget_set_visible (GTK_WIDGET (place->bin), content != NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->wide), has_visible (self->wide));
  gtk_widget_set_visible (GTK_WIDGET (self->first), has_visible (self->first));
  gtk_widget_set_visible (GTK_WIDGET (self->second), has_visible (self->second));
  adw_clamp_set_maximum_size (self->clamp, has_visible (self->second) ? WIDEST : ONE_COLUMN_WIDEST);
  self->outdated = false;
}

static void
show (gpointer owner)
{
  HearthAreaPage *self = owner;
  g_autoptr (GtkWidget) focus = NULL;
  Spot spot;

  /* A page below another is made anew when it is seen again. */
  if (!self->outdated || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_set_object (&focus, get_focus (self));
  spot = spot_copy (&self->spot);
  show_parts (self);
  if (focus != NULL && get_focus (self) != focus)
    restore_focus (self, &spot);
  spot_clear (&spot);
}

/* ---- Callbacks ---- */

static void
saved_cb (HearthAreaPage *self, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  if (type == &hearth_resident_type || hearth_area_follows (self->area, type))
    self->outdated = true;
}

static void
reread_cb (HearthAreaPage *self)
{
  self->outdated = true;
}

/* ---- Actions ---- */

static void
begin (HearthAreaPage *self, const HearthRecordType *type)
{
  hearth_begin_record (GTK_WIDGET (self), self->store, type, get_resident_id (self));
}

static const HearthRecordType *
find_first_new (HearthAreaPage *self)
{
  const HearthRecordType *const *type = self->area->types;

  while (*type != NULL && !may_add (self, *type))
    type++;
  return *type;
}

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (HEARTH_AREA_PAGE (widget), find_first_new (HEARTH_AREA_PAGE (widget)));
}

static void
new_record_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const HearthRecordType *type = hearth_records_lookup_type (g_variant_get_string (parameter, NULL));

  g_return_if_fail (type != NULL);
  begin (HEARTH_AREA_PAGE (widget), type);
}

static void
list_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAreaPage *self = HEARTH_AREA_PAGE (widget);
  const HearthRecordType *type = hearth_records_lookup_type (g_variant_get_string (parameter, NULL));
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);

  g_return_if_fail (type != NULL);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_records_page_new (self->store, type,
                                                                          get_resident_id (self))));
}

static void
resident_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAreaPage *self = HEARTH_AREA_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) resident =
    hearth_store_load (self->store, g_variant_get_string (parameter, NULL), &error);

  if (resident != NULL)
    hearth_area_page_open (widget, self->store, self->area, resident);
  else
    hearth_tell_error (widget, _ ("This cannot be shown"), error);
}

static void
print_kind_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAreaPage *self = HEARTH_AREA_PAGE (widget);

  hearth_report_page_open (widget, self->store, self->resident, g_variant_get_string (parameter, NULL));
}

static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAreaPage *self = HEARTH_AREA_PAGE (widget);

  hearth_report_page_open (widget, self->store, self->resident, self->area->reports[0]);
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_area_page_renew (HearthFilePage *page)
{
  HearthAreaPage *self = HEARTH_AREA_PAGE (page);
  g_autoptr (HearthRecord) resident = NULL;

  if (self->resident == NULL)
    return ADW_NAVIGATION_PAGE (hearth_area_page_new (self->store, self->area, NULL));
  resident = hearth_store_load (self->store, get_resident_id (self), NULL);
  if (resident == NULL || !hearth_policy_may_read (hearth_store_get_policy (self->store),
                                                   self->area->types[0], NULL, get_resident_id (self)))
    return NULL;
  return ADW_NAVIGATION_PAGE (hearth_area_page_new (self->store, self->area, resident));
}

static void
hearth_area_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_area_page_renew;
}

/* What became due meanwhile was not followed, and so this is made anew each time it is seen. */
static void
hearth_area_page_showing (AdwNavigationPage *page)
{
  HearthAreaPage *self = HEARTH_AREA_PAGE (page);

  self->coming_back = self->spot.place >= 0;
  if (self->current != NULL)
    gtk_filter_changed (self->current, GTK_FILTER_CHANGE_DIFFERENT);
  show_parts (self);
}

static void
hearth_area_page_shown (AdwNavigationPage *page)
{
  HearthAreaPage *self = HEARTH_AREA_PAGE (page);

  if (self->coming_back)
    restore_focus (self, &self->spot);
  self->coming_back = false;
}

static void
hearth_area_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearth_area_page_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb),
                           widget, G_CONNECT_SWAPPED);
}

static void
hearth_area_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  GTK_WIDGET_CLASS (hearth_area_page_parent_class)->unroot (widget);
}

static void
hearth_area_page_dispose (GObject *object)
{
  HearthAreaPage *self = HEARTH_AREA_PAGE (object);

  spot_clear (&self->spot);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_area_page_parent_class)->dispose (object);
}

static void
hearth_area_page_class_init (HearthAreaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_area_page_dispose;
  widget_class->root = hearth_area_page_root;
  widget_class->unroot = hearth_area_page_unroot;
  page_class->showing = hearth_area_page_showing;
  page_class->shown = hearth_area_page_shown;

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-record", "s", new_record_action_cb);
  gtk_widget_class_install_action (widget_class, "page.list", "s", list_action_cb);
  gtk_widget_class_install_action (widget_class, "page.resident", "s", resident_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print-kind", "s", print_kind_action_cb);
}

static void
hearth_area_page_init (HearthAreaPage *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->spot.place = -1;
}

/* ---- Making ---- */

static GtkBox *
add_column (GtkBox *to)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (to, box);
  return GTK_BOX (box);
}

static GtkWidget *
make_content (HearthAreaPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->clamp = ADW_CLAMP (adw_clamp_new ());
  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING));
  gtk_box_set_homogeneous (self->columns, TRUE);
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  gtk_widget_set_margin_top (GTK_WIDGET (self->content), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->content), 36);
  gtk_widget_set_margin_start (GTK_WIDGET (self->content), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->content), 12);
  self->wide = add_column (self->content);
  gtk_box_append (self->content, GTK_WIDGET (self->columns));
  self->first = add_column (self->columns);
  self->second = add_column (self->columns);
  adw_clamp_set_tightening_threshold (self->clamp, TIGHTENS_AT);
  adw_clamp_set_child (self->clamp, GTK_WIDGET (self->content));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->clamp));
  return scroller;
}

static void
set_string (AdwBreakpoint *breakpoint, gpointer object, const char *property, const char *words)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, words);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (object), property, &value);
}

static AdwBreakpoint *
make_breakpoint (HearthAreaPage *self, const char *condition)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (condition));
  g_auto (GValue) vertical = G_VALUE_INIT, no = G_VALUE_INIT;

  g_value_init (&vertical, GTK_TYPE_ORIENTATION);
  g_value_set_enum (&vertical, GTK_ORIENTATION_VERTICAL);
  g_value_init (&no, G_TYPE_BOOLEAN);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self->columns), "orientation", &vertical);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self->columns), "homogeneous", &no);
  return breakpoint;
}

/* One column below the width of two; in a narrow window the title has the room beside the button. */
static void
add_breakpoints (HearthAreaPage *self)
{
  GtkWidget *bin = adw_breakpoint_bin_new (),
            *view = adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self));
  AdwBreakpoint *narrow = make_breakpoint (self, "max-width: 500sp");

  if (self->new_content != NULL)
    set_string (narrow, self->new_content, "label", "");
  gtk_widget_set_size_request (bin, 340, 200);
  g_object_ref (view);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), view);
  g_object_unref (view);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), make_breakpoint (self, "max-width: 860sp"));
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), narrow);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), bin);
}

static GMenuModel *
make_new_menu (HearthAreaPage *self, const HearthRecordType *first)
{
  GMenu *menu = g_menu_new ();

  for (const HearthRecordType *const *type = self->area->types; *type != NULL; type++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (*type == first || !may_add (self, *type))
        continue;
      item = g_menu_item_new (_ ((*type)->label), NULL);
      g_menu_item_set_action_and_target (item, "page.new-record", "s", (*type)->name);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
add_new_button (HearthAreaPage *self, AdwHeaderBar *bar)
{
  const HearthRecordType *first = find_first_new (self);
  g_autoptr (GMenuModel) menu = NULL;
  AdwButtonContent *content;
  GtkWidget *button;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", first != NULL);
  if (first == NULL)
    return;
  menu = make_new_menu (self, first);
  content = ADW_BUTTON_CONTENT (adw_button_content_new ());
  adw_button_content_set_icon_name (content, "list-add-symbolic");
  adw_button_content_set_label (content, _ (first->label));
  adw_button_content_set_can_shrink (content, TRUE);
  self->new_content = content;
  if (g_menu_model_get_n_items (menu) == 0)
    {
      button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (content));
    }
  else
    {
      button = adw_split_button_new ();
      adw_split_button_set_child (ADW_SPLIT_BUTTON (button), GTK_WIDGET (content));
      adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (button), menu);
      adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (button), _ ("Add something else"));
    }
  gtk_widget_set_tooltip_text (button, _ (first->label_new));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.new");
  adw_header_bar_pack_start (bar, button);
}

static void
add_print_button (HearthAreaPage *self, AdwHeaderBar *bar)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button;
  bool may_print = self->resident != NULL && self->area->reports != NULL &&
                   hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_PRINT);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", may_print);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print-kind", may_print);
  if (!may_print)
    return;
  for (const char *const *name = self->area->reports; *name != NULL; name++)
    {
      const HearthReportKind *kind = hearth_report_kind_lookup (*name);
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (kind->label), NULL);

      g_menu_item_set_action_and_target (item, "page.print-kind", "s", kind->name);
      g_menu_append_item (menu, item);
    }
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "printer-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Print"));
  adw_header_bar_pack_end (bar, button);
}

static void
activate_alert_cb (HearthAreaPage *self, HearthRecord *record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", hearth_record_get_id (record));
}

/* What is high or grave goes with the reader to every page of a resident. */
static void
add_alerts (HearthAreaPage *self)
{
  g_autoptr (GListModel) alerts = hearth_resident_alerts_new (self->store, self->resident, &self->current);
  g_autoptr (GListModel) high = alerts != NULL ? hearth_resident_alerts_new_high (alerts) : NULL;
  HearthAlertChips *chips = hearth_alert_chips_new ();

  hearth_alert_chips_set_model (chips, high);
  g_signal_connect_object (chips, "activate-record", G_CALLBACK (activate_alert_cb), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (self->content, GTK_WIDGET (chips));
}

static void
add_places (HearthAreaPage *self)
{
  for (const HearthAreaPart *part = self->resident != NULL ? self->area->resident : self->area->house;
       part->make != NULL || part->make_shared != NULL; part++)
    {
      Place place = { .part = part, .bin = ADW_BIN (adw_bin_new ()) };

      gtk_box_append (part->wide     ? self->wide
                      : part->second ? self->second
                                     : self->first,
                      GTK_WIDGET (place.bin));
      g_array_append_val (self->places, place);
    }
}

/* ---- Public ---- */

HearthAreaPage *
hearth_area_page_new (HearthStore *store, const HearthArea *area, HearthRecord *resident)
{
  HearthAreaPage *self = g_object_new (HEARTH_TYPE_AREA_PAGE, NULL);
  g_autofree char *name = resident != NULL ? hearth_record_dup_title (resident) : NULL;
  AdwHeaderBar *bar;

  self->store = g_object_ref (store);
  self->area = area;
  g_set_object (&self->resident, resident);
  bar = hearth_plain_page_frame (ADW_NAVIGATION_PAGE (self), _ (area->label), name, make_content (self));
  add_new_button (self, bar);
  add_print_button (self, bar);
  add_breakpoints (self);
  if (resident != NULL)
    add_alerts (self);
  add_places (self);
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reread", G_CALLBACK (reread_cb), self, G_CONNECT_SWAPPED);
  hearth_follow (self, store, "saved", show);
  hearth_follow (self, store, "reread", show);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, get_resident_id (self));
  show_parts (self);
  return self;
}

void
hearth_area_page_open (GtkWidget *near, HearthStore *store, const HearthArea *area, HearthRecord *resident)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (near, ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_area_page_new (store, area, resident)));
}

const HearthArea *
hearth_area_page_get_area (HearthAreaPage *self)
{
  g_return_val_if_fail (HEARTH_IS_AREA_PAGE (self), NULL);
  return self->area;
}
