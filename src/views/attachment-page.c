/* SPDX-License-Identifier: GPL-3.0-or-later
 * One attached file: a picture, the pages of a PDF, or text, shown from memory.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/attachment-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "store/attachment.h"
#include "store/audit.h"
#include "views/attachment-copy.h"
#include "views/file-page.h"
#include "views/page-view.h"
#include "views/tell.h"

#define MOST_TEXT_BYTES ((gsize) 1024 * 1024)
#define SNIFFED_BYTES ((gsize) 4096)
#define ZOOM_STEP 1.25
#define LEAST_ZOOM 0.2
#define MOST_ZOOM 10.0
/* As wide as paper on the report page. */
#define MOST_PAPER_WIDTH 820
/* The box's own margins. */
#define MARGINS 24

struct _HearthAttachmentPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *pages;
  GtkTextView *text;
  AdwStatusPage *problem;
  GtkWidget *problem_button;
  GtkWidget *menu_button;
  GtkWidget *tools;
  GtkLabel *page_label;
  GtkLabel *details;

  /* Owned */
  HearthStore *store;
  HearthAttachment *attachment;
  HearthDecoder *decoder;
  GCancellable *leaving;

  double zoom; /* 1: fits */
  double center_x, center_y; /* of all there is, to return to after zooming; below 0: stay */
  unsigned int turned;
  guint update_source;
};

static void hearth_attachment_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthAttachmentPage,
                               hearth_attachment_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_attachment_page_file_page_init))

/* ---- Helpers ---- */

static HearthPageView *
get_first (HearthAttachmentPage *self)
{
  return HEARTH_PAGE_VIEW (gtk_widget_get_first_child (GTK_WIDGET (self->pages)));
}

static HearthPageView *
get_next (HearthPageView *view)
{
  return (HearthPageView *) gtk_widget_get_next_sibling (GTK_WIDGET (view));
}

static void
show_problem (HearthAttachmentPage *self, const GError *error)
{
  g_autofree char *sentence = hearth_decoder_error_to_sentence (error);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static char *
describe_origin (HearthAttachmentPage *self)
{
  g_autofree char *who = hearth_store_dup_link_title (self->store, self->attachment->added_by);
  g_autoptr (GDateTime) when = hearth_instant_to_date_time (self->attachment->added_at);
  g_autofree char *day = when != NULL ? g_date_time_format (when, "%Y-%m-%d") : g_strdup ("");
  g_autofree char *date = hearth_date_format (day);

  if (*who == '\0')
    /* Translators: when a file was attached. */
    return g_strdup_printf (_ ("Added on %s"), date);
  /* Translators: who attached a file, then when. */
  return g_strdup_printf (_ ("Added by %s on %s"), who, date);
}

static void
show_details (HearthAttachmentPage *self)
{
  g_autofree char *size = g_format_size ((guint64) self->attachment->size);
  g_autofree char *type = g_content_type_from_mime_type (self->attachment->media_type);
  bool known = type != NULL && !g_content_type_is_unknown (type);
  g_autofree char *kind = known ? g_content_type_get_description (type) : NULL;
  g_autofree char *subtitle = known ? g_strdup_printf ("%s · %s", kind, size) : g_strdup (size);
  g_autofree char *origin = describe_origin (self);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->attachment->name);
  adw_window_title_set_title (self->window_title, self->attachment->name);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_label_set_label (self->details, origin);
}

/* ---- Pages ---- */

/* How large everything is at zoom 1: a picture within the window, though not blown up; paper as wide as there is
 * room. */
static double
get_fitting_scale (HearthAttachmentPage *self)
{
  double room_x = MAX (1, gtk_widget_get_width (GTK_WIDGET (self->scroller)) - MARGINS);
  double room_y = MAX (1, gtk_widget_get_height (GTK_WIDGET (self->scroller)) - MARGINS);
  double widest = 1, height = 1;

  for (HearthPageView *view = get_first (self); view != NULL; view = get_next (view))
    {
      double width;

      hearth_page_view_get_size (view, &width, &height);
      widest = MAX (widest, width);
    }
  if (hearth_decoder_is_picture (self->decoder))
    return MIN (1, MIN (room_x / widest, room_y / height));
  return MIN (room_x, MOST_PAPER_WIDTH) / widest;
}

/* Pixels for what is on the screen and one screen around it. Where everything is follows from the scale: laid out it
 * will be only with the next frame. */
static void
show_near (HearthAttachmentPage *self, double scale)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double room = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  double top = MARGINS / 2.0 - gtk_adjustment_get_value (adjustment);
  unsigned int current = 0;
  g_autofree char *words = NULL;

  for (HearthPageView *view = get_first (self); view != NULL; view = get_next (view))
    {
      double width, height;

      hearth_page_view_get_size (view, &width, &height);
      height *= scale;
      hearth_page_view_set_near (view, hearth_decoder_is_picture (self->decoder) ||
                                         (top < 2 * room && top + height > -room));
      if (top <= room / 2)
        current++;
      top += height + gtk_box_get_spacing (self->pages);
    }
  words = g_strdup_printf (_ ("Page %u of %u"), MAX (current, 1), hearth_decoder_get_n_pages (self->decoder));
  gtk_label_set_label (self->page_label, hearth_decoder_is_picture (self->decoder) ? "" : words);
}

static gboolean
update_cb (gpointer user_data)
{
  HearthAttachmentPage *self = user_data;
  double scale;

  self->update_source = 0;
  if (self->decoder == NULL || gtk_widget_get_width (GTK_WIDGET (self->scroller)) == 0)
    return G_SOURCE_REMOVE;
  scale = get_fitting_scale (self) * self->zoom;
  for (HearthPageView *view = get_first (self); view != NULL; view = get_next (view))
    hearth_page_view_set_scale (view, scale);
  show_near (self, scale);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.zoom-in", self->zoom < MOST_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.zoom-out", self->zoom > LEAST_ZOOM);
  return G_SOURCE_REMOVE;
}

/* After the frame that is being laid out. */
static void
plan_update (HearthAttachmentPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static double
get_center (GtkAdjustment *adjustment)
{
  return (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2) /
         MAX (1, gtk_adjustment_get_upper (adjustment));
}

static void
go_to_center (GtkAdjustment *adjustment, double *center)
{
  if (*center >= 0)
    gtk_adjustment_set_value (adjustment, *center * gtk_adjustment_get_upper (adjustment) -
                                            gtk_adjustment_get_page_size (adjustment) / 2);
  *center = -1;
}

static void
laid_out_cb (HearthAttachmentPage *self, GtkAdjustment *adjustment)
{
  go_to_center (adjustment, adjustment == gtk_scrolled_window_get_hadjustment (self->scroller)
                              ? &self->center_x
                              : &self->center_y);
  plan_update (self);
}

static void
set_zoom (HearthAttachmentPage *self, double zoom)
{
  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  /* Near enough to how it fits is how it fits, whatever came in between. */
  if (ABS (self->zoom - 1) < 0.01)
    self->zoom = 1;
  self->center_x = get_center (gtk_scrolled_window_get_hadjustment (self->scroller));
  self->center_y = get_center (gtk_scrolled_window_get_vadjustment (self->scroller));
  plan_update (self);
}

static void
name_view (HearthAttachmentPage *self, GtkWidget *view, unsigned int nth)
{
  g_autofree char *page = NULL;
  const char *name = self->attachment->name;

  if (!hearth_decoder_is_picture (self->decoder))
    name = page = g_strdup_printf (_ ("Page %u of %u"), nth + 1, hearth_decoder_get_n_pages (self->decoder));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_pages (HearthAttachmentPage *self)
{
  for (unsigned int i = 0; i < hearth_decoder_get_n_pages (self->decoder); i++)
    {
      GtkWidget *view = hearth_page_view_new (self->decoder, i);

      name_view (self, view, i);
      gtk_box_append (self->pages, view);
    }
  gtk_widget_set_valign (GTK_WIDGET (self->pages),
                         hearth_decoder_is_picture (self->decoder) ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_widget_set_visible (self->tools, TRUE);
  for (const char *const *action =
         (const char *const[]) { "page.zoom-in", "page.zoom-out", "page.zoom-fit", "page.turn", NULL };
       *action != NULL; action++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), *action, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  gtk_widget_grab_focus (GTK_WIDGET (self->pages));
  plan_update (self);
}

/* ---- Opening ---- */

/* Whether @data is plain text: UTF-8 without control characters. */
static bool
is_text (const char *data, gsize length)
{
  if (!g_utf8_validate_len (data, length, NULL))
    return false;
  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] < ' ' && strchr ("\t\n\r\f", data[i]) == NULL)
      return false;
  return memmem (data, MIN (length, 1024), "%PDF-", 5) == NULL;
}

/* The beginning alone, without the character that the cut went through. */
static bool
begins_as_text (const char *data, gsize length)
{
  const char *end;

  length = MIN (length, SNIFFED_BYTES);
  g_utf8_validate_len (data, length, &end);
  return data + length - end < 4 && is_text (data, (gsize) (end - data));
}

static void
show_text (HearthAttachmentPage *self, const char *data, gsize length)
{
  static const char mark[] = "\xEF\xBB\xBF";

  if (length >= strlen (mark) && memcmp (data, mark, strlen (mark)) == 0)
    data += strlen (mark), length -= strlen (mark);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), data, (int) length);
  gtk_stack_set_visible_child_name (self->stack, "text");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HearthAttachmentPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDecoder) decoder = hearth_decoder_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->decoder = g_steal_pointer (&decoder);
  if (self->decoder != NULL)
    show_pages (self);
  else
    show_problem (self, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HearthAttachmentPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = hearth_store_read_attachment_finish (HEARTH_STORE (source), result, &error);
  const char *data;
  gsize length;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (content == NULL)
    {
      show_problem (self, error);
      return;
    }
  data = g_bytes_get_data (content, &length);
  if (length > MOST_TEXT_BYTES && begins_as_text (data, length))
    {
      g_set_error_literal (&error, HEARTH_DECODER_ERROR, HEARTH_DECODER_ERROR_TOO_LARGE, "text");
      show_problem (self, error);
    }
  else if (length > 0 && length <= MOST_TEXT_BYTES && is_text (data, length))
    show_text (self, data, length);
  else
    hearth_decoder_open_async (content, self->leaving, opened_cb, self);
}

/* ---- Actions ---- */

static void
zoom_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAttachmentPage *self = HEARTH_ATTACHMENT_PAGE (widget);

  if (g_str_equal (name, "page.zoom-in"))
    set_zoom (self, self->zoom * ZOOM_STEP);
  else if (g_str_equal (name, "page.zoom-out"))
    set_zoom (self, self->zoom / ZOOM_STEP);
  else
    set_zoom (self, 1);
}

static void
turn_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAttachmentPage *self = HEARTH_ATTACHMENT_PAGE (widget);

  self->turned = (self->turned + 1) % 4;
  for (HearthPageView *view = get_first (self); view != NULL; view = get_next (view))
    hearth_page_view_set_turned (view, self->turned);
  plan_update (self);
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAttachmentPage *self = HEARTH_ATTACHMENT_PAGE (widget);

  hearth_attachment_copy_ask (widget, self->store, self->attachment, self->leaving);
}

/* ---- Callbacks ---- */

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, HearthAttachmentPage *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK) || dy == 0 || self->decoder == NULL)
    return GDK_EVENT_PROPAGATE;
  set_zoom (self, dy < 0 ? self->zoom * ZOOM_STEP : self->zoom / ZOOM_STEP);
  return GDK_EVENT_STOP;
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_attachment_page_renew (HearthFilePage *page)
{
  HearthAttachmentPage *self = HEARTH_ATTACHMENT_PAGE (page);
  g_autoptr (HearthAttachment) attachment =
    hearth_store_lookup_attachment (self->store, self->attachment->id, NULL);

  return attachment != NULL ? ADW_NAVIGATION_PAGE (hearth_attachment_page_new (self->store, attachment->id))
                            : NULL;
}

static void
hearth_attachment_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_attachment_page_renew;
}

static void
hearth_attachment_page_dispose (GObject *object)
{
  HearthAttachmentPage *self = HEARTH_ATTACHMENT_PAGE (object);

  g_cancellable_cancel (self->leaving);
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->decoder != NULL)
    hearth_decoder_close (self->decoder);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_ATTACHMENT_PAGE);
  g_clear_object (&self->decoder);
  g_clear_object (&self->leaving);
  g_clear_object (&self->store);
  g_clear_pointer (&self->attachment, hearth_attachment_free);

  G_OBJECT_CLASS (hearth_attachment_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/attachment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, details);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, pages);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, problem);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, problem_button);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, text);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, tools);
  gtk_widget_class_bind_template_child (widget_class, HearthAttachmentPage, window_title);
}

static void
hearth_attachment_page_class_init (HearthAttachmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_attachment_page_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.zoom-in", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "page.zoom-out", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "page.zoom-fit", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "page.turn", NULL, turn_action_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action_cb);
}

static void
watch (HearthAttachmentPage *self, GtkAdjustment *adjustment)
{
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (plan_update), self, G_CONNECT_SWAPPED);
}

static void
hearth_attachment_page_init (HearthAttachmentPage *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                                                GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->leaving = g_cancellable_new ();
  self->zoom = 1;
  self->center_x = self->center_y = -1;
  watch (self, gtk_scrolled_window_get_hadjustment (self->scroller));
  watch (self, gtk_scrolled_window_get_vadjustment (self->scroller));
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
}

/* ---- Public ---- */

static void
enable_actions (HearthAttachmentPage *self, gboolean may_save)
{
  for (const char *const *action =
         (const char *const[]) { "page.zoom-in", "page.zoom-out", "page.zoom-fit", "page.turn", NULL };
       *action != NULL; action++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), *action, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save", may_save);
  gtk_widget_set_visible (self->menu_button, may_save);
  gtk_widget_set_visible (self->problem_button, may_save);
}

HearthAttachmentPage *
hearth_attachment_page_new (HearthStore *store, const char *id)
{
  HearthAttachmentPage *self = g_object_new (HEARTH_TYPE_ATTACHMENT_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->attachment = hearth_store_lookup_attachment (store, id, &error);
  enable_actions (self, self->attachment != NULL &&
                          hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_EXPORT));
  if (self->attachment == NULL)
    {
      show_problem (self, error);
      return self;
    }
  show_details (self);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, self->attachment->resident);
  hearth_store_read_attachment_async (store, id, self->leaving, read_cb, self);
  return self;
}
