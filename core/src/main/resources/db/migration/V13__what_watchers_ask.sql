-- Numbers for those who watch (docs/operations.md) are asked every few seconds, over years of deliveries.

create index delivery_undelivered on site.delivery (release) where state <> 'DELIVERED';
