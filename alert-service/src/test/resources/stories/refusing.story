# What a receiver refuses is told at the next look, not before
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 2s, repeat_interval: 1h}
--- happens
0 refuses default until 3.0
0.5 fires alertname=X
8 stop
--- told
3.5 default firing: X

# An end that is refused is told again, though the group was gone
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 fires alertname=X
2.0 refuses default until 4.0
2.1 ends alertname=X since 0.5
9 stop
--- told
1.5 default firing: X
4.5 default resolved: -X

# A changed routing file begins groups anew and says nothing twice
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 3s, repeat_interval: 10m}
--- happens
1 fires alertname=X n=1
3 reload
4 fires alertname=X n=2
9 stop
--- told
2.0 default firing: X 1
6.0 default firing: X 1, X 2

# What a receiver cannot take is brought again until it can, and is told once
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 10s, repeat_interval: 1h}
--- happens
0 fails default until 3
0.5 fires alertname=X
20 stop
--- told
1.5 default firing: X (arrives 3.875, attempt 4)

# An integration that cannot take it holds up nobody else
--- routing
route: {receiver: both, group_by: [], group_wait: 1s, group_interval: 2s, repeat_interval: 1h}
receivers:
- name: both
  webhook_configs: [{url: 'http://h/'}, {url: 'http://h/2'}]
--- happens
0 fails both#1 until 5
0.5 fires alertname=X
4 ends alertname=X since 0.5
20 stop
--- told
1.5 both firing: X
1.5 both#1 firing: X (arrives 5.562, attempt 5)
5.5 both resolved: -X
5.5 both#1 resolved: -X (arrives 5.562, attempt 1)

# One that is down for an hour is told when it is back, in order
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 24h}
--- happens
0 fails default until 3600
1 fires alertname=X
5 ends alertname=X since 1
4000 stop
--- told
2.0 default firing: X (arrives 3610.741, attempt 71)
6.0 default resolved: -X (arrives 3610.741, attempt 1)
