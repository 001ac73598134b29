/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who must be told of what, and how soon: what the house has decided, and what came with Hearth.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/notification-rules-page.h"

#include <glib/gi18n-lib.h>

#include "core/record.h"
#include "records/types.h"
#include "rules/notifications.h"
#include "views/begin.h"
#include "views/editor-page.h"
#include "views/follow.h"
#include "views/plain-page.h"
#include "views/plain-row.h"

struct _HearthNotificationRulesPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
};

G_DEFINE_FINAL_TYPE (HearthNotificationRulesPage, hearth_notification_rules_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Words ---- */

static const char *
get_label (const char *field, const char *code)
{
  const HearthChoice *choice =
    hearth_field_lookup_choice (hearth_record_type_lookup_field (&hearth_notification_rule_type, field),
                                code);

  return choice != NULL ? _ (choice->label) : code;
}

static char *
describe_time (int hours)
{
  if (hours == 0)
    return g_strdup (_ ("At once"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Within %d hour", "Within %d hours", (gulong) hours),
                          hours);
}

static char *
describe (const HearthNotificationDuty *duty)
{
  g_autofree char *time = describe_time (duty->hours);
  g_autofree char *from = NULL;
  const char *source = duty->rule != NULL ? _ ("decided by this house") : _ ("as it came with Hearth");

  if (duty->rule != NULL && hearth_record_is_yes (duty->rule, "off"))
    /* Translators: who has decided so */
    return g_strdup_printf (_ ("Need not be told · %s"), source);
  if (duty->severity <= 1)
    return g_strdup_printf ("%s · %s", time, source);
  /* Translators: from so grave an incident on, 1 to 4 */
  from = g_strdup_printf (_ ("from severity %d"), duty->severity);
  return g_strdup_printf ("%s · %s · %s", time, from, source);
}

/* ---- Opening ---- */

/* What came with Hearth becomes a rule of the house as soon as it is changed. */
static void
change_cb (GtkWidget *row)
{
  HearthRecord *rule = g_object_get_data (G_OBJECT (row), "rule");
  HearthNotificationRulesPage *self =
    HEARTH_NOTIFICATION_RULES_PAGE (gtk_widget_get_ancestor (row, HEARTH_TYPE_NOTIFICATION_RULES_PAGE));
  GtkWidget *navigation = gtk_widget_get_ancestor (row, ADW_TYPE_NAVIGATION_VIEW);

  if (hearth_record_get_revision (rule) > 0)
    hearth_open_record (row, self->store, rule);
  else
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                              ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, rule)));
}

static void
new_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hearth_begin_record (widget, HEARTH_NOTIFICATION_RULES_PAGE (widget)->store, &hearth_notification_rule_type,
                       NULL);
}

/* ---- Showing ---- */

static GtkWidget *
make_row (const char *title, const char *subtitle, HearthRecord *rule)
{
  GtkWidget *row = hearth_plain_row_new (title, subtitle);

  hearth_plain_row_add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "rule", g_object_ref (rule), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (change_cb), NULL);
  return row;
}

static void
set_number (HearthRecord *rule, const char *field, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  hearth_record_set (rule, field, text);
}

static HearthRecord *
dup_rule (const HearthNotificationDuty *duty)
{
  HearthRecord *rule;

  if (duty->rule != NULL)
    return g_object_ref (duty->rule);
  rule = hearth_record_new (&hearth_notification_rule_type);
  hearth_record_set (rule, "about", duty->about);
  hearth_record_set (rule, "whom", duty->whom);
  set_number (rule, "severity", duty->severity);
  set_number (rule, "hours", duty->hours);
  return rule;
}

/* Those about one occasion; nothing where there are none. */
static void
add_occasion (HearthNotificationRulesPage *self, GPtrArray *duties, const HearthChoice *occasion)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < duties->len; i++)
    {
      const HearthNotificationDuty *duty = g_ptr_array_index (duties, i);
      g_autoptr (HearthRecord) rule = NULL;
      g_autofree char *words = NULL;

      if (!g_str_equal (duty->about, occasion->code))
        continue;
      if (group == NULL)
        group = hearth_plain_page_add_group (self->box, _ (occasion->label), NULL);
      rule = dup_rule (duty);
      words = describe (duty);
      adw_preferences_group_add (group, make_row (get_label ("whom", duty->whom), words, rule));
    }
}

static void
show (gpointer owner)
{
  HearthNotificationRulesPage *self = owner;
  const HearthField *about = hearth_record_type_lookup_field (&hearth_notification_rule_type, "about");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) duties = hearth_notification_duties_list (self->store, &error);

  hearth_plain_page_empty (self->box);
  if (duties == NULL)
    {
      hearth_plain_page_add_error (self->box, error);
      return;
    }
  hearth_plain_page_add_group (self->box, _ ("Check these with your law"),
                               _ ("Hearth cannot know what the law of your country and your licence ask for. "
                                  "What came with it "
                                  "is a cautious beginning. Open a line to say what holds in your house."));
  for (const HearthChoice *occasion = about->choices; occasion->code != NULL; occasion++)
    add_occasion (self, duties, occasion);
}

/* ---- Overrides ---- */

/* What was changed on a page above was not followed there. */
static void
hearth_notification_rules_page_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_notification_rules_page_parent_class)->map (widget);
}

static void
hearth_notification_rules_page_dispose (GObject *object)
{
  g_clear_object (&HEARTH_NOTIFICATION_RULES_PAGE (object)->store);
  G_OBJECT_CLASS (hearth_notification_rules_page_parent_class)->dispose (object);
}

static void
hearth_notification_rules_page_class_init (HearthNotificationRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_notification_rules_page_dispose;
  widget_class->map = hearth_notification_rules_page_map;
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
}

static void
hearth_notification_rules_page_init (HearthNotificationRulesPage *self)
{
}

/* ---- Public ---- */

HearthNotificationRulesPage *
hearth_notification_rules_page_new (HearthStore *store)
{
  HearthNotificationRulesPage *self = g_object_new (HEARTH_TYPE_NOTIFICATION_RULES_PAGE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  AdwHeaderBar *bar;

  self->store = g_object_ref (store);
  self->box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Who must be told"), NULL, &bar);
  gtk_widget_set_tooltip_text (button, _ (hearth_notification_rule_type.label_new));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.new");
  adw_header_bar_pack_start (bar, button);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}

bool
hearth_notification_rules_page_is_for (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);

  return hearth_policy_may_write (hearth_store_get_policy (store), &hearth_notification_rule_type, NULL,
                                  NULL);
}
