/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saving an admission, and telling why it is not saved yet.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/admission-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/problem.h"
#include "views/conflict.h"
#include "views/resident-page.h"
#include "views/tell.h"
#include "views/undo.h"

/* Shows what was saved by somebody else meanwhile, with what was typed on top of it. */
static void
tell_conflict (HearthAdmissionPage *self, HearthRecord *failed)
{
  const HearthDraft *draft = hearth_draft_keeper_get_draft (self->keeper);
  g_autoptr (HearthRecord) before = hearth_record_copy (failed);
  g_autoptr (GHashTable) values = hearth_admission_values_dup (self->form, self->search);
  g_autofree char *draft_id = g_strdup (draft->id);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) current = hearth_store_load (self->store, hearth_record_get_id (failed), &error);
  HearthTaking *taking = current != NULL ? hearth_taking_new_for_draft (self->store, draft, &error) : NULL;

  if (taking == NULL)
    {
      hearth_tell_error (GTK_WIDGET (self), _ ("Not saved yet"), error);
      return;
    }
  words = hearth_conflict_describe (self->store, before, current);
  hearth_admission_page_set_taking (self, taking, draft_id);
  if (values != NULL)
    hearth_admission_page_take_values (self, values);
  hearth_tell (GTK_WIDGET (self), _ ("Changed meanwhile"), words);
}

static void
tell_not_saved (HearthAdmissionPage *self, HearthRecord *failed, GPtrArray *problems, const GError *error)
{
  g_autofree char *others = NULL;

  if (failed != NULL && g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CONFLICT))
    {
      tell_conflict (self, failed);
      return;
    }
  if (problems == NULL || failed == NULL)
    {
      hearth_tell_error (GTK_WIDGET (self), _ ("Not saved yet"), error);
      return;
    }
  others = hearth_admission_form_show_problems (self->form, hearth_record_get_record_type (failed), problems);
  hearth_admission_page_show_problem (self, others);
  /* Somebody like this was written down meanwhile: it has to be said who that is. */
  if (hearth_problems_lookup (problems, "name_used") != NULL)
    {
      hearth_admission_page_look (self);
      hearth_admission_search_is_open (self->search, true);
    }
}

/* The page below may be that of somebody else, where the admission was begun. */
static bool
shows (GtkWidget *navigation, HearthRecord *resident)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation));

  return HEARTH_IS_RESIDENT_PAGE (page) &&
         g_str_equal (hearth_record_get_id (hearth_resident_page_get_resident (HEARTH_RESIDENT_PAGE (page))),
                      hearth_record_get_id (resident));
}

static void
saved (HearthAdmissionPage *self, bool was_new)
{
  g_autoptr (HearthAdmissionPage) alive = g_object_ref (self);
  HearthRecord *resident = self->taking->admission->resident;
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autofree char *words = NULL;

  hearth_draft_keeper_finish (self->keeper);
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
  if (navigation == NULL)
    return;
  if (!was_new)
    {
      hearth_toast (navigation, _ ("Saved"), NULL);
      return;
    }
  if (!shows (navigation, resident))
    gtk_widget_activate_action (navigation, "win.open-record", "s", hearth_record_get_id (resident));
  /* Translators: a name */
  words = g_strdup_printf (_ ("%s was admitted"), hearth_record_get (resident, "name_used"));
  hearth_undo_offer_group (navigation, self->store, self->taking->admission->made, words);
}

bool
hearth_admission_page_save (HearthAdmissionPage *self)
{
  g_autoptr (GPtrArray) before = hearth_taking_copy_records (self->taking);
  g_autoptr (GHashTable) values = hearth_admission_form_dup_values (self->form);
  g_autofree char *different = hearth_admission_search_dup_codes (self->search, false);
  g_autofree char *siblings = hearth_admission_search_dup_codes (self->search, true);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  HearthRecord *failed = NULL;
  bool was_new = hearth_taking_is_new (self->taking);

  hearth_admission_page_show_problem (self, "");
  if (hearth_admission_search_is_open (self->search, true) ||
      !hearth_admission_form_commit (self->form, true))
    {
      hearth_draft_keeper_keep (self->keeper);
      return false;
    }
  if (hearth_taking_save (self->taking, different, siblings, &problems, &failed, &error))
    {
      saved (self, was_new);
      return true;
    }
  hearth_admission_form_put_back (self->form, before, values);
  hearth_draft_keeper_keep (self->keeper);
  tell_not_saved (self, failed, problems, error);
  return false;
}
