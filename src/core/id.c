/* SPDX-License-Identifier: GPL-3.0-or-later
 * ULIDs: 48 bits of milliseconds and 80 bits of chance, in Crockford base32.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/id.h"

#include <string.h>
#include <sys/random.h>

#define ENTROPY_BYTES 10

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

char *
hearth_id_new_at (gint64 milliseconds, const guint8 *entropy)
{
  char id[HEARTH_ID_LENGTH + 1] = { 0 };
  guint64 time = (guint64) milliseconds;
  guint64 bits = 0;
  int n_bits = 0, place = HEARTH_ID_LENGTH - 1;

  g_return_val_if_fail (entropy != NULL, NULL);

  for (int i = ENTROPY_BYTES - 1; i >= 0; i--)
    {
      bits |= (guint64) entropy[i] << n_bits;
      n_bits += 8;
      while (n_bits >= 5)
        {
          id[place--] = alphabet[bits & 31];
          bits >>= 5;
          n_bits -= 5;
        }
    }
  while (place >= 0)
    {
      id[place--] = alphabet[time & 31];
      time >>= 5;
    }
  return g_strdup (id);
}

static void
fill_with_chance (guint8 *bytes)
{
  gsize filled = 0;

  while (filled < ENTROPY_BYTES)
    {
      ssize_t n = getrandom (bytes + filled, ENTROPY_BYTES - filled, 0);

      if (n > 0)
        filled += (gsize) n;
    }
}

/* Within one millisecond (or when the clock went back) the last id's bits are counted up, so that ids
 * of one process always sort in the order they were made in. */
char *
hearth_id_new (void)
{
  static GMutex mutex;
  static gint64 last_time;
  static guint8 entropy[ENTROPY_BYTES];
  gint64 now = g_get_real_time () / 1000;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (now > last_time)
    {
      last_time = now;
      fill_with_chance (entropy);
      entropy[0] &= 0x7f;
    }
  else
    {
      for (int i = ENTROPY_BYTES - 1; i >= 0; i--)
        if (++entropy[i] != 0)
          break;
    }
  return hearth_id_new_at (last_time, entropy);
}

bool
hearth_id_is_valid (const char *id)
{
  if (id == NULL || strlen (id) != HEARTH_ID_LENGTH || id[0] > '7')
    return false;
  return strspn (id, alphabet) == HEARTH_ID_LENGTH;
}
