/* SPDX-License-Identifier: GPL-3.0-or-later
 * After a keyring is closed its keys stand nowhere in this process, and before that in one place only.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "house.h"

#define CHUNK (1024 * 1024)
/* The shadow memory of a sanitized build is longer than this, and holds no data. */
#define LONGEST_REGION (G_GUINT64_CONSTANT (1) << 30)

static guint
count_in_chunk (const guint8 *bytes, gsize length, const guint8 masked[32])
{
  const guint8 *end = bytes + length;
  guint found = 0;

  for (const guint8 *p = bytes;
       (p = memchr (p, masked[0] ^ HOUSE_MASK, (gsize) (end - p))) != NULL && end - p >= 32; p++)
    {
      guint i = 0;

      while (i < 32 && p[i] == (masked[i] ^ HOUSE_MASK))
        i++;
      found += i == 32;
    }
  return found;
}

static guint
count_in_region (int memory, guint64 start, guint64 end, guint8 *chunk, const guint8 masked[32])
{
  guint found = 0;

  for (guint64 at = start; at < end; at += CHUNK - 32)
    {
      gsize length = (gsize) MIN (end - at, CHUNK);
      ssize_t got;

      /* Its own buffer holds what was read last. */
      if (at < (guint64) (guintptr) chunk + CHUNK && at + length > (guint64) (guintptr) chunk)
        continue;
      got = pread (memory, chunk, length, (off_t) at);
      if (got > 0)
        found += count_in_chunk (chunk, (gsize) got, masked);
    }
  return found;
}

/* How often the masked bytes stand in the memory of this process, also where it may not read itself. */
static guint
count_in_memory (const guint8 masked[32])
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autofree char *maps = NULL;
  g_auto (GStrv) lines = NULL;
  int memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  guint found = 0, regions = 0;

  g_assert_cmpint (memory, >=, 0);
  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint64 start, end;
      char rights[5];

      if (sscanf (lines[i], "%" SCNx64 "-%" SCNx64 " %4s", &start, &end, rights) != 3 ||
          end - start > LONGEST_REGION)
        continue;
      found += count_in_region (memory, start, end, chunk, masked);
      regions++;
    }
  close (memory);
  g_assert_cmpuint (regions, >, 10);
  return found;
}

typedef struct {
  const guint8 *masked;
  guint found;
} Count;

static int
count_cb (const guint8 *key, gsize length, gpointer user_data)
{
  Count *count = user_data;

  count->found = count_in_memory (count->masked);
  return 0;
}

static int
mask_key_cb (const guint8 *key, gsize length, gpointer user_data)
{
  guint8 *masked = user_data;

  for (gsize i = 0; i < length; i++)
    masked[i] = key[i] ^ HOUSE_MASK;
  return 0;
}

static void
test_house_key (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) again = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);
  Count count = { .masked = house->key };

  hearth_keyring_use_house_key (again, count_cb, &count);
  g_assert_cmpuint (count.found, ==, 2);
  hearth_keyring_close (house->keyring);
  hearth_keyring_use_house_key (again, count_cb, &count);
  g_assert_cmpuint (count.found, ==, 1);
  hearth_keyring_close (again);
  g_assert_cmpuint (count_in_memory (house->key), ==, 0);
}

/* Also after everything else that works with the key. */
static void
test_after_work (void)
{
  g_autoptr (House) house = house_new ();
  guint8 commitment[32], derived[32], hash[32] = { 1 };
  g_autoptr (GBytes) sealed = hearth_keyring_seal (house->keyring, "legal", "x", 1, "text", commitment, NULL);

  g_assert_nonnull (sealed);
  house_add_other (house);
  house_begin_everything (house);
  g_assert_true (hearth_vault_store_anchor (house->folder, house->keyring, 1, hash, NULL));
  g_assert_true (house_change_password (house, house->keyring, HOUSE_USER, HOUSE_PASSWORD,
                                        "nine round copper bells", NULL));
  g_assert_true (hearth_vault_remove_person (house->folder, house->keyring, HOUSE_OTHER_ID, NULL));
  g_assert_true (hearth_keyring_derive (house->keyring, "attachment", derived));
  hearth_keyring_close (house->keyring);
  g_assert_cmpuint (count_in_memory (house->key), ==, 0);
}

/* The key of before and the one of after, and their places in the memory that was held meanwhile. */
static void
test_after_rotation (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (GPtrArray) slots = house_list_slots (house, none);
  guint8 old[32];
  Count count = { .masked = house->key };

  memcpy (old, house->key, sizeof old);
  g_assert_true (hearth_vault_begin_rotation (house->folder, house->keyring, slots, NULL));
  hearth_keyring_use_house_key (house->keyring, count_cb, &count);
  g_assert_cmpuint (count.found, ==, 1);
  g_assert_true (hearth_vault_finish_rotation (house->folder, house->keyring, NULL));
  g_assert_cmpuint (count_in_memory (old), ==, 0);
  hearth_keyring_use_house_key (house->keyring, mask_key_cb, house->key);
  hearth_keyring_use_house_key (house->keyring, count_cb, &count);
  g_assert_cmpuint (count.found, ==, 1);
  hearth_keyring_close (house->keyring);
  g_assert_cmpuint (count_in_memory (house->key), ==, 0);
}

/* The copies that normalising makes are gone too; the accent gives it something to do. */
static void
test_password (void)
{
  static const char text[] = "cafe\xcc\x81 with four very long words behind it";
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  guint8 masked[32];
  guint before;

  /* What follows the accent, 32 bytes of it, is the same in both forms. */
  for (guint i = 0; i < sizeof masked; i++)
    masked[i] = (guint8) text[6 + i] ^ HOUSE_MASK;
  before = count_in_memory (masked);
  g_assert_cmpuint (before, >, 0);
  keyring = hearth_vault_create (folder, "Zo", text, hearth_key_cost_for_tests (), &sheet, NULL);
  g_assert_nonnull (keyring);
  g_assert_cmpuint (count_in_memory (masked), ==, before);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/vault/memory/house-key", test_house_key);
  g_test_add_func ("/vault/memory/after-work", test_after_work);
  g_test_add_func ("/vault/memory/after-rotation", test_after_rotation);
  g_test_add_func ("/vault/memory/password", test_password);
  return g_test_run ();
}
