/* SPDX-License-Identifier: GPL-3.0-or-later
 * When the house is to be locked without anybody asking: nobody there, the screen locked, the computer asleep.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/lock-watch.h"

#include <time.h>

#include "app/logind.h"
#include "app/other-windows.h"

#define ENDING_S 20
#define COVERED_S 60
/* The two clocks are not read at the same moment, and a busy computer may halt between them. */
#define ASLEEP_US (2 * G_USEC_PER_SEC)

struct _HearthLockWatch {
  GObject parent_instance;

  /* Borrowed */
  GtkWindow *window; /* that owns the watch */

  /* Owned */
  HearthLockTime time;
  HearthLogind *logind;
  HearthRecord *house; /* NULL while nothing is open */
  guint source;
  gint64 asleep;     /* how long the computer has slept since it was started, when last looked at */
  gint64 moved;      /* when somebody was there last */
  gint64 covered_at; /* -1 while not covered */
  double x, y;       /* where the pointer was, once it is known */
  bool knows_pointer;
  bool ending;
};

G_DEFINE_FINAL_TYPE (HearthLockWatch, hearth_lock_watch, G_TYPE_OBJECT)

enum { PROP_0, PROP_ENDING, N_PROPERTIES };
enum { LOCK, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* ---- Clocks ---- */

static gint64
read_clock (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
get_awake (gpointer user_data)
{
  return read_clock (CLOCK_MONOTONIC);
}

static gint64
get_elapsed (gpointer user_data)
{
  return read_clock (CLOCK_BOOTTIME);
}

static const HearthLockTime system_time = { .get_awake = get_awake, .get_elapsed = get_elapsed };

static gint64
get_now (HearthLockWatch *self)
{
  return self->time.get_elapsed (self->time.user_data);
}

static gint64
get_asleep (HearthLockWatch *self)
{
  return get_now (self) - self->time.get_awake (self->time.user_data);
}

/* ---- Helpers ---- */

static void
set_ending (HearthLockWatch *self, bool ending)
{
  if (self->ending == ending)
    return;
  self->ending = ending;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENDING]);
}

static void
lock (HearthLockWatch *self, const char *reason)
{
  g_autoptr (HearthLockWatch) alive = g_object_ref (self);

  g_signal_emit (alive, signals[LOCK], 0, reason);
}

static gint64
get_limit (HearthLockWatch *self)
{
  return hearth_record_get_integer (self->house, "lock_minutes", HEARTH_LOCK_DEFAULT_MINUTES) * 60 *
         G_USEC_PER_SEC;
}

/* ---- Callbacks ---- */

static gboolean
timer_cb (gpointer user_data)
{
  hearth_lock_watch_look (user_data);
  return G_SOURCE_CONTINUE;
}

/* The toolkit makes a movement of its own when something changes below a pointer that lies still. */
static bool
has_moved (HearthLockWatch *self, GdkEvent *event)
{
  double x, y;
  bool moved;

  if (!gdk_event_get_position (event, &x, &y))
    return false;
  /* The first one only tells where it lies. */
  moved = self->knows_pointer && (x != self->x || y != self->y);
  self->knows_pointer = true;
  self->x = x;
  self->y = y;
  return moved;
}

static gboolean
event_cb (HearthLockWatch *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_MOTION_NOTIFY:
      if (!has_moved (self, event))
        return GDK_EVENT_PROPAGATE;
      break;
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCHPAD_SWIPE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_TOUCHPAD_HOLD:
    case GDK_DRAG_MOTION:
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  hearth_lock_watch_touch (self);
  return GDK_EVENT_PROPAGATE;
}

static void
realize_cb (HearthLockWatch *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "before-paint",
                           G_CALLBACK (hearth_lock_watch_look), self, G_CONNECT_SWAPPED);
}

static void
screen_cb (HearthLockWatch *self, GParamSpec *pspec, GtkApplication *application)
{
  gboolean active;

  g_object_get (application, "screensaver-active", &active, NULL);
  if (active)
    lock (self, HEARTH_LOCK_SCREEN);
}

static void
session_lock_cb (HearthLockWatch *self)
{
  lock (self, HEARTH_LOCK_SCREEN);
}

static void
sleep_cb (HearthLockWatch *self)
{
  lock (self, HEARTH_LOCK_RESUME);
}

/* ---- Overrides ---- */

static void
hearth_lock_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ENDING)
    g_value_set_boolean (value, HEARTH_LOCK_WATCH (object)->ending);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_lock_watch_dispose (GObject *object)
{
  HearthLockWatch *self = HEARTH_LOCK_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->logind);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (hearth_lock_watch_parent_class)->dispose (object);
}

static void
hearth_lock_watch_class_init (HearthLockWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearth_lock_watch_dispose;
  object_class->get_property = hearth_lock_watch_get_property;

  properties[PROP_ENDING] =
    g_param_spec_boolean ("ending", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[LOCK] = g_signal_new ("lock", HEARTH_TYPE_LOCK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hearth_lock_watch_init (HearthLockWatch *self)
{
  self->covered_at = -1;
}

/* ---- Public ---- */

HearthLockWatch *
hearth_lock_watch_new (GtkWindow *window, const HearthLockTime *time)
{
  HearthLockWatch *self = g_object_new (HEARTH_TYPE_LOCK_WATCH, NULL);
  GtkApplication *application = gtk_window_get_application (window);

  self->window = window;
  self->time = time != NULL ? *time : system_time;
  self->asleep = get_asleep (self);
  hearth_other_windows_follow (window, G_CALLBACK (event_cb), self);
  g_signal_connect_object (window, "realize", G_CALLBACK (realize_cb), self, G_CONNECT_SWAPPED);
  if (application != NULL)
    g_signal_connect_object (application, "notify::screensaver-active", G_CALLBACK (screen_cb), self,
                             G_CONNECT_SWAPPED);
  self->logind = hearth_logind_new ();
  g_signal_connect_object (self->logind, "lock", G_CALLBACK (session_lock_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->logind, "sleep", G_CALLBACK (sleep_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
hearth_lock_watch_start (HearthLockWatch *self, HearthRecord *house)
{
  g_return_if_fail (HEARTH_IS_LOCK_WATCH (self));
  g_return_if_fail (HEARTH_IS_RECORD (house));
  g_set_object (&self->house, house);
  self->asleep = get_asleep (self);
  self->moved = get_now (self);
  if (self->covered_at >= 0)
    self->covered_at = self->moved;
  if (self->source == 0)
    self->source = g_timeout_add_seconds (1, timer_cb, self);
}

void
hearth_lock_watch_stop (HearthLockWatch *self)
{
  g_return_if_fail (HEARTH_IS_LOCK_WATCH (self));
  g_clear_object (&self->house);
  g_clear_handle_id (&self->source, g_source_remove);
  set_ending (self, false);
}

void
hearth_lock_watch_set_covered (HearthLockWatch *self, bool covered)
{
  g_return_if_fail (HEARTH_IS_LOCK_WATCH (self));
  self->covered_at = covered ? get_now (self) : -1;
}

void
hearth_lock_watch_touch (HearthLockWatch *self)
{
  g_return_if_fail (HEARTH_IS_LOCK_WATCH (self));
  /* A key pressed right after waking up must not count as somebody who was there all the time. */
  hearth_lock_watch_look (self);
  self->moved = get_now (self);
  set_ending (self, false);
}

void
hearth_lock_watch_look (HearthLockWatch *self)
{
  gint64 now, asleep, limit;

  g_return_if_fail (HEARTH_IS_LOCK_WATCH (self));
  now = get_now (self);
  asleep = get_asleep (self);
  if (asleep - self->asleep > ASLEEP_US)
    {
      self->asleep = asleep;
      lock (self, HEARTH_LOCK_RESUME);
    }
  if (self->house == NULL)
    return;
  limit = get_limit (self);
  if (now - self->moved >= limit ||
      (self->covered_at >= 0 && now - self->covered_at >= COVERED_S * G_USEC_PER_SEC))
    lock (self, HEARTH_LOCK_IDLE);
  else
    set_ending (self, now - self->moved >= limit - ENDING_S * G_USEC_PER_SEC);
}

bool
hearth_lock_watch_is_ending (HearthLockWatch *self)
{
  g_return_val_if_fail (HEARTH_IS_LOCK_WATCH (self), false);
  return self->ending;
}
