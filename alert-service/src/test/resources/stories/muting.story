# a muted route is quiet, and nobody else is told in its place
---
route:
  receiver: default
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  routes:
  - {receiver: a, matchers: ['svc="db"'], mute_time_intervals: [always]}
  - {receiver: b, matchers: ['svc="db"']}
time_intervals:
- {name: always, time_intervals: [{years: ['1970:2999']}]}
---
1 fires svc=db
1 fires svc=web
5 stop
---
2.0 default firing: web

# outside its active intervals a route is quiet, inside it speaks
---
route:
  receiver: default
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  routes:
  - {receiver: a, matchers: ['svc="db"'], active_time_intervals: [always], continue: true}
  - {receiver: b, matchers: ['svc="db"'], active_time_intervals: [never]}
time_intervals:
- {name: always, time_intervals: [{years: ['1970:2999']}]}
- {name: never, time_intervals: [{years: ['1999']}]}
---
1 fires svc=db
5 stop
---
2.0 a firing: db

# what began while it was muted is told at the first look after the window; mute wins over active
---
route:
  receiver: default
  routes:
  - receiver: a
    matchers: ['svc=~".+"']
    group_wait: 1s
    group_interval: 10s
    repeat_interval: 1h
    active_time_intervals: [morning]
    mute_time_intervals: [first-minute]
time_intervals:
- {name: first-minute, time_intervals: [{times: [{start_time: '08:00', end_time: '08:01'}]}]}
- {name: morning, time_intervals: [{times: [{start_time: '06:00', end_time: '12:00'}]}]}
---
10 fires svc=db
90 stop
---
61.0 a firing: db

# the end of what was announced is told although the route is muted by then
---
route:
  receiver: default
  routes:
  - receiver: a
    matchers: ['svc=~".+"']
    group_wait: 1s
    group_interval: 10s
    repeat_interval: 1h
    mute_time_intervals: [later]
time_intervals:
- {name: later, time_intervals: [{times: [{start_time: '08:01', end_time: '24:00'}]}]}
---
10 fires svc=db
70 ends svc=db since 10 at 70
120 stop
---
11.0 a firing: db
71.0 a resolved: -db

# the end of what was announced is lost while the route is muted (exactly as Alertmanager)
---
route:
  receiver: default
  routes:
  - receiver: a
    matchers: ['svc=~".+"']
    group_wait: 1s
    group_interval: 10s
    repeat_interval: 1h
    mute_time_intervals: [later]
time_intervals:
- {name: later, time_intervals: [{times: [{start_time: '08:01', end_time: '08:05'}]}]}
---
10 fires svc=db
70 ends svc=db since 10 at 70
600 stop
---
11.0 a firing: db
