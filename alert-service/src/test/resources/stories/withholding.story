# whoever is kept quiet is named with all that does it, once, and again when that changes
---
route: {receiver: default, group_by: [owner], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
inhibit_rules:
- {source_matchers: [severity = page], target_matchers: [severity = ticket], equal: [owner]}
---
0.5 fires owner=ml severity=page
0.5 fires owner=ml severity=ticket
2.2 silence s1 owner=ml severity=ticket until 60
4.2 ends owner=ml severity=page since 0.5
5.9 unsilence s1
8 stop
---
1.5 default withholds ml ticket: inhibition ml page
1.5 default firing: ml page
2.5 default withholds ml ticket: inhibition ml page, silence s1
4.5 default withholds ml ticket: silence s1
4.5 default resolved: -ml page
6.5 default withholds ml ticket:
6.5 default firing: ml ticket

# an interval that keeps a route quiet is named, and what is over is kept quiet no more
---
route:
  receiver: default
  routes:
  - {receiver: a, matchers: [owner = ml], group_wait: 1s, group_interval: 10s, mute_time_intervals: [morning]}
  - {receiver: b, matchers: [owner = cv], group_wait: 1s, group_interval: 10s, active_time_intervals: [evening]}
time_intervals:
- {name: morning, time_intervals: [{times: [{start_time: '06:00', end_time: '12:00'}]}]}
- {name: evening, time_intervals: [{times: [{start_time: '18:00', end_time: '22:00'}]}]}
---
1 fires owner=ml
1 fires owner=cv
15 ends owner=ml since 1
40 stop
---
2.0 a withholds ml: mute_time_interval morning
2.0 b withholds cv: active_time_interval evening
22.0 a withholds ml:
