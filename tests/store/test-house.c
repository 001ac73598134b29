/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making, opening, refusing and closing a house.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "store-fixture.h"

#include "store/folder.h"
#include "store/migrate.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_create_and_reopen (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (resident));
  g_autoptr (HearthRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (house->store), "name"), ==, "Ana Silva");
  g_assert_cmpstr (hearth_record_get (hearth_store_get_house (house->store), "name"), ==, "Lilac");
  g_assert_cmpstr (hearth_record_get_id (hearth_store_get_account (house->store)), ==,
                   hearth_keyring_get_person_id (house->keyring));
  house_close (house);
  house_open (house);
  again = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_true (again != resident);
  g_assert_true (hearth_record_equal (again, resident));
  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (house->store), "user"), ==, HOUSE_USER);
}

static void
test_closed_store_says_so (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (GError) error = NULL;

  hearth_store_close (house->store);
  hearth_store_close (house->store);
  g_assert_null (hearth_store_load (house->store, hearth_record_get_id (resident), &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
  g_clear_error (&error);
  hearth_record_set (resident, "name_used", "Malee");
  g_assert_false (hearth_store_save (house->store, resident, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/house/create-and-reopen", test_create_and_reopen);
  g_test_add_func ("/store/house/closed-store-says-so", test_closed_store_says_so);
  return g_test_run ();
}
