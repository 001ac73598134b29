/* SPDX-License-Identifier: GPL-3.0-or-later
 * What house.keys holds, in memory, and the hashes over it.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/key-file.h"

#include <string.h>

#include "vault/canon.h"

void
hearth_key_slot_free (HearthKeySlot *slot)
{
  g_free (slot->person);
  g_free (slot);
}

static void
free_slot (gpointer slot)
{
  hearth_key_slot_free (slot);
}

HearthKeyFile *
hearth_key_file_new (void)
{
  HearthKeyFile *file = g_new0 (HearthKeyFile, 1);

  file->epoch = 1;
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    file->compartments[i].epoch = 1;
  file->slots = g_ptr_array_new_with_free_func (free_slot);
  return file;
}

void
hearth_key_file_free (HearthKeyFile *file)
{
  g_free (file->house);
  g_ptr_array_unref (file->slots);
  g_free (file->anchor.signer);
  g_clear_pointer (&file->source, g_bytes_unref);
  g_free (file);
}

HearthKeySlot *
hearth_key_file_lookup_slot (const HearthKeyFile *file, const guint8 id[HEARTH_SLOT_ID_BYTES])
{
  for (guint i = 0; i < file->slots->len; i++)
    {
      HearthKeySlot *slot = g_ptr_array_index (file->slots, i);

      if (sodium_memcmp (slot->id, id, HEARTH_SLOT_ID_BYTES) == 0)
        return slot;
    }
  return NULL;
}

HearthKeySlot *
hearth_key_file_lookup_person (const HearthKeyFile *file, const char *person)
{
  for (guint i = 0; i < file->slots->len; i++)
    {
      HearthKeySlot *slot = g_ptr_array_index (file->slots, i);

      if (g_str_equal (slot->person, person))
        return slot;
    }
  return NULL;
}

HearthKeySlot *
hearth_key_file_lookup_recovery (const HearthKeyFile *file)
{
  for (guint i = 0; i < file->slots->len; i++)
    {
      HearthKeySlot *slot = g_ptr_array_index (file->slots, i);

      if (slot->is_recovery)
        return slot;
    }
  return NULL;
}

unsigned int
hearth_key_file_get_renewing (const HearthKeyFile *file)
{
  unsigned int bits = 0;

  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (file->compartments[i].epoch_before != 0)
      bits |= 1u << i;
  return bits;
}

static void
add_slot (GByteArray *canon, const HearthKeySlot *slot)
{
  hearth_canon_add_bytes (canon, slot->id, sizeof slot->id);
  hearth_canon_add_text (canon, slot->person);
  hearth_canon_add_number (canon, slot->is_recovery);
  hearth_canon_add_number (canon, slot->first_password);
  hearth_canon_add_number (canon, slot->epoch);
  hearth_canon_add_bytes (canon, slot->sealing_key, sizeof slot->sealing_key);
  hearth_canon_add_bytes (canon, slot->signing_key, sizeof slot->signing_key);
  hearth_canon_add_bytes (canon, slot->nonce, sizeof slot->nonce);
  hearth_canon_add_bytes (canon, slot->wrapped, sizeof slot->wrapped);
  hearth_canon_add_bytes (canon, slot->house_box, sizeof slot->house_box);
  hearth_canon_add_bytes (canon, slot->next_box, sizeof slot->next_box);
  hearth_canon_add_number (canon, slot->compartments);
  hearth_canon_add_bytes (canon, slot->boxes, sizeof slot->boxes);
  hearth_canon_add_bytes (canon, slot->boxes_before, sizeof slot->boxes_before);
}

static void
add_compartment (GByteArray *canon, const HearthKeyCompartment *compartment)
{
  hearth_canon_add_number (canon, compartment->epoch);
  hearth_canon_add_bytes (canon, compartment->commitment, sizeof compartment->commitment);
  hearth_canon_add_number (canon, compartment->marked);
  hearth_canon_add_number (canon, compartment->epoch_before);
  hearth_canon_add_bytes (canon, compartment->commitment_before, sizeof compartment->commitment_before);
}

static GByteArray *
make_canon (const HearthKeyFile *file)
{
  GByteArray *canon = hearth_canon_new ("hearth-key-file-2");

  hearth_canon_add_text (canon, file->house);
  hearth_canon_add_bytes (canon, file->salt, sizeof file->salt);
  hearth_canon_add_number (canon, file->cost.operations);
  hearth_canon_add_number (canon, file->cost.memory);
  hearth_canon_add_number (canon, file->epoch);
  hearth_canon_add_number (canon, file->is_rotating);
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    add_compartment (canon, &file->compartments[i]);
  hearth_canon_add_number (canon, file->slots->len);
  for (guint i = 0; i < file->slots->len; i++)
    add_slot (canon, g_ptr_array_index (file->slots, i));
  hearth_canon_add_number (canon, file->anchor.signer != NULL);
  if (file->anchor.signer != NULL)
    {
      hearth_canon_add_number (canon, (guint64) file->anchor.sequence);
      hearth_canon_add_bytes (canon, file->anchor.hash, sizeof file->anchor.hash);
      hearth_canon_add_text (canon, file->anchor.signer);
      hearth_canon_add_bytes (canon, file->anchor.signature, sizeof file->anchor.signature);
    }
  return canon;
}

void
hearth_key_file_make_checksum (const HearthKeyFile *file, guint8 checksum[HEARTH_HASH_BYTES])
{
  g_autoptr (GByteArray) canon = make_canon (file);

  hearth_canon_add_bytes (canon, file->seal, sizeof file->seal);
  crypto_generichash (checksum, HEARTH_HASH_BYTES, canon->data, canon->len, NULL, 0);
}

static void
make_seal (const HearthKeyFile *file, const guint8 *house_key, guint8 seal[HEARTH_HASH_BYTES])
{
  static const char purpose[] = "hearth-key-file-seal-1";
  g_autoptr (GByteArray) canon = make_canon (file);
  guint8 key[HEARTH_HOUSE_KEY_BYTES];

  crypto_generichash (key, sizeof key, (const guint8 *) purpose, strlen (purpose), house_key,
                      HEARTH_HOUSE_KEY_BYTES);
  crypto_generichash (seal, HEARTH_HASH_BYTES, canon->data, canon->len, key, sizeof key);
  sodium_memzero (key, sizeof key);
}

void
hearth_key_file_seal (HearthKeyFile *file, const guint8 house_key[HEARTH_HOUSE_KEY_BYTES])
{
  make_seal (file, house_key, file->seal);
}

bool
hearth_key_file_is_sealed_by (const HearthKeyFile *file, const guint8 house_key[HEARTH_HOUSE_KEY_BYTES])
{
  guint8 seal[HEARTH_HASH_BYTES];

  make_seal (file, house_key, seal);
  return sodium_memcmp (seal, file->seal, sizeof seal) == 0;
}
