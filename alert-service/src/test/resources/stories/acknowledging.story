# an acknowledged group is not repeated, and its end is told
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1ms}
---
1 fires alertname=A
3.5 acks ann default alertname=A
7.5 ends alertname=A since 1
12 stop
---
2.0 default firing: A
3.0 default firing: A
8.0 default resolved: -A
3.5 ack of default by ann: acknowledged
8.0 ack of default by ann: over

# news of an acknowledged group is told
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1ms}
---
1 fires alertname=A n=1
2.5 acks ann default alertname=A
4.5 fires alertname=A n=2
6.5 ends alertname=A n=2 since 4.5
12 stop
---
2.0 default firing: A 1
5.0 default firing: A 1, A 2
7.0 default firing: -A 2, A 1

# it holds until all that it was about is over; what came later is repeated then
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 2s}
---
1 fires alertname=A n=1
2.5 acks ann default alertname=A
4.5 fires alertname=A n=2
6.5 ends alertname=A n=1 since 1
12.5 stop
---
2.0 default firing: A 1
5.0 default firing: A 1, A 2
7.0 default firing: -A 1, A 2
10.0 default firing: A 2
2.5 ack of default by ann: acknowledged
7.0 ack of default by ann: over

# one with an end stops holding then, and one that is withdrawn at once
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1ms}
---
1 fires alertname=A
1 fires alertname=B
2.5 acks ann default alertname=A until 4.5
2.5 acks bob default alertname=B
5.5 unacks ann default alertname=B
6.5 stop
---
2.0 default firing: A
5.0 default firing: A
6.0 default firing: A
2.0 default firing: B
6.0 default firing: B
2.5 ack of default by ann: acknowledged
4.5 ack of default by ann: expired
2.5 ack of default by bob: acknowledged
5.5 ack of default by bob: withdrawn

# who keeps it quiet is named, from the moment on
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 10s, repeat_interval: 1h}
---
1 fires alertname=A
3 silence s1 alertname=A from 3 until 60
4 acks ann default alertname=A
6 unacks ann default alertname=A
8 stop
---
2.0 default firing: A
4.0 default withholds A: silence s1, acknowledged ann
6.0 default withholds A: silence s1

# a group that is not there cannot be acknowledged
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
---
1 fires alertname=A
2.5 acks ann default alertname=B
3.5 ends alertname=A since 1
7 acks ann default alertname=A
8 stop
---
2.0 default firing: A
4.0 default resolved: -A

# one before the first word keeps repetitions away, not the word
---
route: {receiver: default, group_by: [alertname], group_wait: 2s, group_interval: 1s, repeat_interval: 1ms}
---
1 fires alertname=A
2 acks ann default alertname=A
6 stop
---
3.0 default firing: A

# it survives a routing that was read again; without its group it is over
---
route:
  receiver: default
  group_by: [alertname]
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1ms
---
1 fires alertname=A
2.5 acks ann default alertname=A
3.3 reload
8 stop
---
2.0 default firing: A

# pagers are told that somebody looks after it, once, and only those that were told
---
route:
  receiver: default
  group_by: [alertname]
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  escalation: up
escalations:
- name: up
  steps: [{wait: 3s, receiver: a}, {wait: 60s, receiver: b}]
receivers:
- {name: default, webhook_configs: [{url: 'http://h/'}], pagerduty_configs: [{routing_key: 0123456789abcdef0123456789abcdef}]}
- {name: a, opsgenie_configs: [{api_key: k}]}
- {name: b, pagerduty_configs: [{routing_key: 0123456789abcdef0123456789abcdef}]}
---
1 fires alertname=A
6 acks ann default alertname=A
7 acks bob default alertname=A
8.5 ends alertname=A since 1
12 stop
---
2.0 default firing: A
2.0 default firing: A
5.0 a firing: A
6.0 default acknowledged by ann: A
6.0 a acknowledged by ann: A
9.0 default resolved: -A
9.0 default resolved: -A
9.0 a resolved: -A

# the pager it was acknowledged at is not told what it told
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1ms}
receivers:
- {name: default, pagerduty_configs: [{routing_key: 0123456789abcdef0123456789abcdef}]}
---
1 fires alertname=A
2.5 pages-back ann default alertname=A
3.5 pages-back bob default alertname=A
6 stop
---
2.0 default firing: A
2.5 ack of default by ann: acknowledged
