/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is personal: only its author lists, reads, finds and changes it, whatever their role.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "records/types.h"

#define OTHER "manager"

static HearthRecord *
add_view (HearthTestHouse *house, const char *name)
{
  return hearth_test_house_add (house, "saved_view", "title", name, "list", "residents", "question", "sex=2",
                                NULL);
}

static void
assert_view (HearthTestHouse *house, const char *expected)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_saved_view_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) views = hearth_store_list (house->store, query, &error);
  g_autoptr (HearthRecord) view = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (hearth_store_count (house->store, query, &error), ==, expected != NULL ? 1 : 0);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, expected != NULL ? 1 : 0);
  view = g_list_model_get_item (views, 0);
  if (expected != NULL)
    g_assert_cmpstr (hearth_record_get (view, "title"), ==, expected);
}

static void
test_listed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();

  hearth_test_house_add_person (house, OTHER, "house-manager");
  g_object_unref (add_view (house, "The director's"));
  assert_view (house, "The director's");
  hearth_test_house_open (house, OTHER, HEARTH_TEST_PASSWORD);
  assert_view (house, NULL);
  g_object_unref (add_view (house, "The manager's"));
  assert_view (house, "The manager's");
  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  assert_view (house, "The director's");
}

static void
test_read (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) view = add_view (house, "The director's");
  g_autofree char *id = g_strdup (hearth_record_get_id (view));
  g_autofree char *own_title = hearth_store_dup_link_title (house->store, id);
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) own_revisions = NULL;
  g_autoptr (HearthRecord) own = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (own_title, ==, "The director's");
  own_revisions = hearth_store_list_revisions (house->store, id, &error);
  g_assert_cmpuint (own_revisions->len, ==, 1);
  hearth_test_house_add_person (house, OTHER, "house-manager");
  hearth_test_house_open (house, OTHER, HEARTH_TEST_PASSWORD);
  g_assert_null (hearth_store_load (house->store, id, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (hearth_store_list_revisions (house->store, id, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  title = hearth_store_dup_link_title (house->store, id);
  g_assert_cmpstr (title, ==, "");

  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  own = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (own, "question"), ==, "sex=2");
}

/* Somebody who has the object, by whatever way, and the numbers on it. */
static void
test_changed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) view = add_view (house, "The director's");
  g_autoptr (HearthRecord) own = NULL;
  g_autoptr (GError) error = NULL;

  hearth_test_house_add_person (house, OTHER, "house-manager");
  hearth_test_house_open (house, OTHER, HEARTH_TEST_PASSWORD);
  hearth_record_set (view, "title", "Taken");
  hearth_record_set (view, "created_by", hearth_keyring_get_person_id (house->keyring));
  g_assert_false (hearth_store_save (house->store, view, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (hearth_store_mark_in_error (house->store, view, "Away with it", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);

  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  own = hearth_store_load (house->store, hearth_record_get_id (view), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (own, "title"), ==, "The director's");
  hearth_record_set (own, "title", "Renamed");
  g_assert_true (hearth_store_save (house->store, own, NULL, NULL, &error));
  g_assert_true (hearth_store_mark_in_error (house->store, own, "Not needed any more", &error));
  assert_view (house, NULL);
}

static void
test_followed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_saved_view_type);
  g_autoptr (GListModel) views = NULL;
  g_autoptr (HearthRecord) view = NULL;

  hearth_test_house_add_person (house, OTHER, "duty-carer");
  g_object_unref (add_view (house, "The director's"));
  hearth_test_house_open (house, OTHER, HEARTH_TEST_PASSWORD);
  views = hearth_store_list (house->store, query, NULL);
  g_object_unref (add_view (house, "The carer's"));
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 1);
  view = g_list_model_get_item (views, 0);
  g_assert_cmpstr (hearth_record_get (view, "title"), ==, "The carer's");
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/personal/listed", test_listed);
  g_test_add_func ("/personal/read", test_read);
  g_test_add_func ("/personal/changed", test_changed);
  g_test_add_func ("/personal/followed", test_followed);
  return g_test_run ();
}
