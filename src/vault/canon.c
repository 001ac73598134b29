/* SPDX-License-Identifier: GPL-3.0-or-later
 * Canonical bytes for additional data, hashes and signatures: every part follows its length.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/canon.h"

#include <string.h>

GByteArray *
hearth_canon_new (const char *domain)
{
  GByteArray *canon = g_byte_array_new ();

  hearth_canon_add_text (canon, domain);
  return canon;
}

void
hearth_canon_add_bytes (GByteArray *canon, gconstpointer bytes, gsize length)
{
  guint64 prefix = GUINT64_TO_BE ((guint64) length);

  g_byte_array_append (canon, (const guint8 *) &prefix, sizeof prefix);
  g_byte_array_append (canon, bytes, (guint) length);
}

void
hearth_canon_add_text (GByteArray *canon, const char *text)
{
  hearth_canon_add_bytes (canon, text, strlen (text));
}

void
hearth_canon_add_number (GByteArray *canon, guint64 number)
{
  guint64 big_endian = GUINT64_TO_BE (number);

  hearth_canon_add_bytes (canon, &big_endian, sizeof big_endian);
}
