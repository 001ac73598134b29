/* SPDX-License-Identifier: GPL-3.0-or-later
 * One step of the first run: what it asks, which step it is, and the button that goes on.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/step-page.h"

#include "store/store.h"

#define PULSE_MS 150

typedef struct {
  /* Template widgets */
  GtkLabel *hint_label;
  GtkLabel *message_label;
  GtkProgressBar *progress_bar;
  GtkButton *cancel_button;
  GtkButton *next_button;
  GtkStack *next_stack;
  GtkLabel *next_label;

  /* Borrowed, a part of the page itself */
  GtkWidget *first;

  /* Owned */
  HearthJob *job;
  guint pulse_source;
  char *step;
  bool busy;
} HearthStepPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (HearthStepPage, hearth_step_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_STEP, PROP_CONTENT, PROP_NEXT_LABEL, PROP_FIRST, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

enum { NEXT, CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define PRIVATE(self) ((HearthStepPagePrivate *) hearth_step_page_get_instance_private (self))

/* ---- Helpers ---- */

/* Not bound: the template's end would take it away from under AdwNavigationPage. */
static AdwToolbarView *
get_toolbar_view (HearthStepPage *self)
{
  return ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self)));
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
update (HearthStepPage *self)
{
  HearthStepPagePrivate *priv = PRIVATE (self);
  bool has_hint = *gtk_label_get_text (priv->hint_label) != '\0';
  bool has_label = *gtk_label_get_text (priv->next_label) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (priv->hint_label), has_hint && !priv->busy);
  gtk_widget_set_visible (GTK_WIDGET (priv->progress_bar), priv->job != NULL);
  gtk_widget_set_visible (GTK_WIDGET (priv->cancel_button), priv->job != NULL);
  gtk_widget_set_visible (GTK_WIDGET (priv->next_button), has_label && priv->job == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->next_button), !has_hint && !priv->busy);
  gtk_stack_set_visible_child_name (priv->next_stack, priv->busy ? "busy" : "words");
}

/* ---- Callbacks ---- */

static void
cancel_cb (HearthStepPage *self)
{
  HearthStepPagePrivate *priv = PRIVATE (self);

  if (priv->job != NULL)
    hearth_job_cancel (priv->job);
}

/* Until the job says how far it is, if it ever does. */
static gboolean
pulse_cb (gpointer user_data)
{
  HearthStepPagePrivate *priv = PRIVATE (HEARTH_STEP_PAGE (user_data));

  if (gtk_progress_bar_get_fraction (priv->progress_bar) <= 0)
    gtk_progress_bar_pulse (priv->progress_bar);
  return G_SOURCE_CONTINUE;
}

static void
next_clicked_cb (HearthStepPage *self)
{
  hearth_step_page_go_on (self);
}

/* ---- Overrides ---- */

static void
hearth_step_page_shown (AdwNavigationPage *page)
{
  HearthStepPagePrivate *priv = PRIVATE (HEARTH_STEP_PAGE (page));

  ADW_NAVIGATION_PAGE_CLASS (hearth_step_page_parent_class)->shown (page);
  if (priv->first != NULL)
    gtk_widget_grab_focus (priv->first);
}

static void
hearth_step_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HearthStepPagePrivate *priv = PRIVATE (HEARTH_STEP_PAGE (object));

  switch (id)
    {
    case PROP_STEP:
      g_value_set_string (value, priv->step);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_toolbar_view_get_content (get_toolbar_view (HEARTH_STEP_PAGE (object))));
      break;
    case PROP_NEXT_LABEL:
      g_value_set_string (value, gtk_label_get_text (priv->next_label));
      break;
    case PROP_FIRST:
      g_value_set_object (value, priv->first);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearth_step_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HearthStepPage *self = HEARTH_STEP_PAGE (object);
  HearthStepPagePrivate *priv = PRIVATE (self);

  switch (id)
    {
    case PROP_STEP:
      if (g_set_str (&priv->step, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CONTENT:
      adw_toolbar_view_set_content (get_toolbar_view (self), g_value_get_object (value));
      break;
    case PROP_NEXT_LABEL:
      hearth_step_page_set_next_label (self, g_value_get_string (value));
      break;
    case PROP_FIRST:
      hearth_step_page_set_first (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearth_step_page_dispose (GObject *object)
{
  HearthStepPagePrivate *priv = PRIVATE (HEARTH_STEP_PAGE (object));

  priv->first = NULL;
  g_clear_handle_id (&priv->pulse_source, g_source_remove);
  if (priv->job != NULL)
    hearth_job_cancel (priv->job);
  g_clear_object (&priv->job);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_STEP_PAGE);

  G_OBJECT_CLASS (hearth_step_page_parent_class)->dispose (object);
}

static void
hearth_step_page_finalize (GObject *object)
{
  g_free (PRIVATE (HEARTH_STEP_PAGE (object))->step);

  G_OBJECT_CLASS (hearth_step_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_STEP] = g_param_spec_string ("step", NULL, NULL, NULL, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_NEXT_LABEL] = g_param_spec_string ("next-label", NULL, NULL, "", flags);
  properties[PROP_FIRST] = g_param_spec_object ("first", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
hearth_step_page_class_init (HearthStepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hearth_step_page_get_property;
  object_class->set_property = hearth_step_page_set_property;
  object_class->dispose = hearth_step_page_dispose;
  object_class->finalize = hearth_step_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = hearth_step_page_shown;
  install_properties (object_class);
  signals[NEXT] =
    g_signal_new ("next", HEARTH_TYPE_STEP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
    g_signal_new ("changed", HEARTH_TYPE_STEP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/hearthrecords/Hearth/ui/app/step-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HearthStepPage, cancel_button);
  gtk_widget_class_bind_template_child_private (widget_class, HearthStepPage, hint_label);
  gtk_widget_class_bind_template_child_private (widget_class, HearthStepPage, message_label);
  gtk_widget_class_bind_template_child_private (widget_class, HearthStepPage, next_button);
  gtk_widget_class_bind_template_child_private (widget_class, HearthStepPage, next_label);
  gtk_widget_class_bind_template_child_private (widget_class, HearthStepPage, next_stack);
  gtk_widget_class_bind_template_child_private (widget_class, HearthStepPage, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
hearth_step_page_init (HearthStepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

void
hearth_step_page_set_hint (HearthStepPage *self, const char *hint)
{
  g_return_if_fail (HEARTH_IS_STEP_PAGE (self));
  gtk_label_set_text (PRIVATE (self)->hint_label, hint);
  update (self);
}

void
hearth_step_page_set_next_label (HearthStepPage *self, const char *label)
{
  HearthStepPagePrivate *priv;

  g_return_if_fail (HEARTH_IS_STEP_PAGE (self));
  priv = PRIVATE (self);
  if (g_strcmp0 (gtk_label_get_text (priv->next_label), label) == 0)
    return;
  gtk_label_set_text (priv->next_label, label);
  /* Also while the words give way to a spinner. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEXT_LABEL]);
}

void
hearth_step_page_set_next_suggested (HearthStepPage *self, bool suggested)
{
  GtkWidget *button;

  g_return_if_fail (HEARTH_IS_STEP_PAGE (self));
  button = GTK_WIDGET (PRIVATE (self)->next_button);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

void
hearth_step_page_set_first (HearthStepPage *self, GtkWidget *widget)
{
  g_return_if_fail (HEARTH_IS_STEP_PAGE (self));
  if (PRIVATE (self)->first == widget)
    return;
  PRIVATE (self)->first = widget;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST]);
}

void
hearth_step_page_set_busy (HearthStepPage *self, bool busy, HearthJob *job)
{
  HearthStepPagePrivate *priv;

  g_return_if_fail (HEARTH_IS_STEP_PAGE (self));
  priv = PRIVATE (self);
  priv->busy = busy;
  g_set_object (&priv->job, job);
  g_clear_handle_id (&priv->pulse_source, g_source_remove);
  if (job != NULL)
    {
      g_object_bind_property (job, "fraction", priv->progress_bar, "fraction", G_BINDING_SYNC_CREATE);
      priv->pulse_source = g_timeout_add (PULSE_MS, pulse_cb, self);
    }
  gtk_widget_set_sensitive (adw_toolbar_view_get_content (get_toolbar_view (self)), !busy);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), !busy);
  update (self);
}

bool
hearth_step_page_is_ready (HearthStepPage *self)
{
  g_return_val_if_fail (HEARTH_IS_STEP_PAGE (self), false);
  return gtk_widget_get_sensitive (GTK_WIDGET (PRIVATE (self)->next_button));
}

void
hearth_step_page_show_message (HearthStepPage *self, const char *sentence)
{
  g_return_if_fail (HEARTH_IS_STEP_PAGE (self));
  show_text (PRIVATE (self)->message_label, sentence);
}

void
hearth_step_page_show_error (HearthStepPage *self, const GError *error)
{
  g_autofree char *sentence = hearth_store_error_to_sentence (error);

  hearth_step_page_show_message (self, sentence);
}

void
hearth_step_page_tell_changed (HearthStepPage *self)
{
  g_return_if_fail (HEARTH_IS_STEP_PAGE (self));
  hearth_step_page_show_message (self, "");
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hearth_step_page_go_on (HearthStepPage *self)
{
  g_return_if_fail (HEARTH_IS_STEP_PAGE (self));
  if (!hearth_step_page_is_ready (self))
    return;
  hearth_step_page_show_message (self, "");
  g_signal_emit (self, signals[NEXT], 0);
}

void
hearth_step_page_enter (HearthStepPage *self)
{
  g_return_if_fail (HEARTH_IS_STEP_PAGE (self));
  if (hearth_step_page_is_ready (self))
    hearth_step_page_go_on (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
