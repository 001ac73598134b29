/* SPDX-License-Identifier: GPL-3.0-or-later
 * Putting an accused person among the people of the file, so that whoever is at the door or on the phone knows.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/legal-accused.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/editor-page.h"
#include "views/follow.h"
#include "views/legal-records.h"
#include "views/plain-page.h"
#include "views/tell.h"

#define ACCUSED "hearth-accused"

/* Who the person was to the resident, where the lists of both say the same. */
static const struct {
  const char *accused;
  const char *contact;
} relations[] = {
  { "employer", "employer" }, { "known", "other" },       { "online", "other" },
  { "stranger", "other" },    { "not_said", "not_said" }, { "", "not_said" },
};

typedef struct {
  GtkWidget *near; /* weak */
  HearthStore *store;
  HearthRecord *accused;
} Barring;

static void
barring_free (gpointer data, GClosure *closure)
{
  Barring *barring = data;

  g_clear_weak_pointer (&barring->near);
  g_object_unref (barring->store);
  g_object_unref (barring->accused);
  g_free (barring);
}

static Barring *
barring_new (GtkWidget *near, HearthStore *store, HearthRecord *accused)
{
  Barring *barring = g_new0 (Barring, 1);

  g_set_weak_pointer (&barring->near, near);
  barring->store = g_object_ref (store);
  barring->accused = g_object_ref (accused);
  return barring;
}

/* ---- The person ---- */

static HearthRecord *
new_contact (HearthRecord *accused)
{
  HearthRecord *contact = hearth_legal_new (&hearth_contact_type, hearth_record_get_resident (accused));
  const char *relation = hearth_record_get (accused, "relation");

  hearth_record_set (contact, "safe_to_call", "no");
  hearth_record_set (contact, "no_contact", "yes");
  hearth_record_set (contact, "no_contact_since", hearth_record_get (accused, "no_contact_from"));
  hearth_record_set (contact, "no_contact_order", hearth_record_get (accused, "order_number"));
  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    if (g_str_equal (relations[i].accused, relation))
      hearth_record_set (contact, "relation", relations[i].contact);
  return contact;
}

static void
contact_saved_cb (HearthEditorPage *page, HearthRecord *contact, Barring *barring)
{
  g_autoptr (HearthRecord) before = hearth_record_copy (barring->accused);
  g_autoptr (GError) error = NULL;

  hearth_record_set (barring->accused, "contact", hearth_record_get_id (contact));
  if (hearth_store_save (barring->store, barring->accused, NULL, NULL, &error))
    return;
  hearth_record_assign (barring->accused, before);
  if (barring->near != NULL)
    hearth_tell_error (barring->near, _ ("Not saved"), error);
}

void
hearth_accused_begin_contact (GtkWidget *near, HearthStore *store, HearthRecord *accused)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (near, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (HearthRecord) contact = new_contact (accused);
  HearthEditorPage *page = hearth_editor_page_new (store, contact);

  g_signal_connect_data (page, "saved", G_CALLBACK (contact_saved_cb),
                         barring_new (navigation, store, accused), barring_free, 0);
  hearth_editor_page_begin_at (page, "name");
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
}

bool
hearth_accused_wants_contact (HearthStore *store, HearthRecord *accused)
{
  const char *resident = hearth_record_get_resident (accused);

  return hearth_record_is_open (accused) && !hearth_record_has (accused, "contact") &&
         hearth_legal_may_write (store, &hearth_contact_type, resident) &&
         hearth_legal_may_write (store, &hearth_accused_type, resident);
}

/* ---- The page after ---- */

static void
add_clicked_cb (GtkButton *button, Barring *barring)
{
  hearth_accused_begin_contact (GTK_WIDGET (button), barring->store, barring->accused);
}

static GtkWidget *
make_button (const char *label, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return button;
}

/* Somebody who is among the people by now needs no page that offers it. */
static void
leave_when_added (gpointer page)
{
  HearthRecord *accused = g_object_get_data (page, ACCUSED);

  if (hearth_record_has (accused, "contact"))
    gtk_widget_activate_action (page, "navigation.pop", NULL);
}

AdwNavigationPage *
hearth_accused_make_parting (HearthStore *store, HearthRecord *accused)
{
  GtkWidget *page, *add, *later;
  GtkBox *box;
  AdwStatusPage *status;

  if (!hearth_accused_wants_contact (store, accused))
    return NULL;
  page = g_object_new (ADW_TYPE_NAVIGATION_PAGE, NULL);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (page), _ ("Accused person"),
                                hearth_record_get (accused, "letter"), NULL);
  status =
    hearth_plain_page_add_status (box, hearth_accused_type.icon_name, _ ("Should those at the door know?"),
                                  _ ("Who is accused is sealed, and few can open it. Add the person to the "
                                     "people of the file as barred, so "
                                     "that nobody lets them in, or tells them on the phone that the resident "
                                     "is here."));
  add = make_button (_ ("_Add as barred…"), "suggested-action");
  later = make_button (_ ("_Not now"), NULL);
  g_signal_connect_data (add, "clicked", G_CALLBACK (add_clicked_cb), barring_new (add, store, accused),
                         barring_free, 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (later), "navigation.pop");
  g_object_set_data_full (G_OBJECT (page), ACCUSED, g_object_ref (accused), g_object_unref);
  hearth_follow (page, accused, "notify::contact", leave_when_added);
  adw_status_page_set_child (status, gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (adw_status_page_get_child (status)), add);
  gtk_box_append (GTK_BOX (adw_status_page_get_child (status)), later);
  return ADW_NAVIGATION_PAGE (page);
}
