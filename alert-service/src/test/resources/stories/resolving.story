# An end is told at the next look
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 fires alertname=X
2.0 ends alertname=X since 0.5 at 1.9
6 stop
--- told
1.5 default firing: X
2.5 default resolved: -X

# An alert without an end is believed for the resolve timeout
--- routing
global: {resolve_timeout: 2s}
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 posted alertname=X
6 stop
--- told
1.5 default firing: X
2.5 default resolved: -X

# Each time it is posted it is believed for longer
--- routing
global: {resolve_timeout: 2s}
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 posted alertname=X
1.8 posted alertname=X since 0.5
3.2 posted alertname=X since 0.5
8 stop
--- told
1.5 default firing: X
5.5 default resolved: -X

# One of two ends: both are told, and later only the other
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 3s}
--- happens
0.5 fires alertname=X n=1
0.5 fires alertname=X n=2
2.0 ends alertname=X n=1 since 0.5
7 stop
--- told
1.5 default firing: X 1, X 2
2.5 default firing: -X 1, X 2
6.5 default firing: X 2

# An integration that wants no ends is told none, its neighbour is
--- routing
route: {receiver: both, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
receivers:
- name: both
  webhook_configs:
  - {url: 'http://h/'}
  - {url: 'http://h/2', send_resolved: false}
--- happens
0.5 fires alertname=X n=1
0.5 fires alertname=X n=2
2.0 ends alertname=X n=1 since 0.5
4.0 ends alertname=X n=2 since 0.5
8 stop
--- told
1.5 both firing: X 1, X 2
1.5 both#1 firing: X 1, X 2
2.5 both firing: -X 1, X 2
4.5 both resolved: -X 2

# What is over before the first look is never told
--- routing
route: {receiver: default, group_by: [], group_wait: 2s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 fires alertname=X
1.0 ends alertname=X since 0.5
6 stop
--- told

# An end and a new beginning between two looks are not seen
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 2s, repeat_interval: 1h}
--- happens
0.5 fires alertname=X
2.0 ends alertname=X since 0.5 at 1.9
2.6 fires alertname=X since 2.5
8 stop
--- told
1.5 default firing: X

# After the end the group is gone, and a new beginning waits again
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 fires alertname=X
2.0 ends alertname=X since 0.5 at 1.9
4.0 fires alertname=X
8 stop
--- told
1.5 default firing: X
2.5 default resolved: -X
5.0 default firing: X
